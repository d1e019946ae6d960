using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Portal.Domain.Common;

namespace Portal.Web.Setup;

/// <summary><c>PORTAL_TODAY</c>: the moment at which the clock starts with the program, for trying the portal out on another day.</summary>
public sealed class ClockOptions : IValidatableObject
{
    /// <summary>A setting and a variable of the environment alike; the tests read the same.</summary>
    public const string Key = "PORTAL_TODAY";

    private const int FirstYear = 2000, LastYear = 2199;

    private static readonly string[] Formats = ["yyyy-MM-ddTHH:mm", "yyyy-MM-ddTHH:mm:ss", "yyyy-MM-ddTHH:mm:ss.FFFFFFF"];

    /// <summary>Local time of Viet Nam, e.g. <c>2026-12-05T10:00</c>; empty: the clock of the machine.</summary>
    public string Today { get; set; } = "";

    public bool IsMoved => Today.Length > 0;

    /// <summary>The clock that starts now at this moment; the machine's where none is named, or none that can be read.</summary>
    public static TimeProvider ClockFrom(string? today)
    {
#pragma warning disable RS0030 // Here the machine's clock is taken up: everybody else is handed it.
        var machine = TimeProvider.System;
#pragma warning restore RS0030
        return Read(today) is { } moment ? new ShiftedTimeProvider(moment - machine.GetUtcNow()) : machine;
    }

    /// <summary>A moment as this setting says it, exact enough for two programs to agree.</summary>
    public static string Write(DateTime utc) => VietnamTime.ToLocal(utc).ToString(Formats[^1], CultureInfo.InvariantCulture);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (IsMoved && Read(Today) is null)
        {
            yield return new ValidationResult(
                StartTexts.Of("Start.WrongClock", Key, Today, FirstYear, LastYear),
                [nameof(Today)]);
        }
    }

    private static DateTimeOffset? Read(string? today) =>
        DateTime.TryParseExact(today, Formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local)
        && local.Year is >= FirstYear and <= LastYear
            ? new DateTimeOffset(VietnamTime.ToUtc(local))
            : null;
}
