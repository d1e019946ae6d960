using System.Globalization;
using Portal.Domain.Forms;

namespace Portal.Web.Operations;

/// <summary>A day as it stands in an address, <c>2026-11-30</c>. What is none, or lies at an end of the calendar, is ignored.</summary>
public readonly record struct AddressDay(DateOnly? Value)
{
    private const string Format = "yyyy-MM-dd";

    /// <summary>The day; null for what is none.</summary>
    public static DateOnly? Of(string? text) =>
        DateOnly.TryParseExact(text, Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && FormText.IsInRange(day)
            ? day
            : null;

    /// <summary>For addresses that are bound: whatever stands there is read, and nothing is refused.</summary>
    public static bool TryParse(string? text, out AddressDay day)
    {
        day = new AddressDay(Of(text));
        return true;
    }

    public static string? Written(DateOnly? day) => day?.ToString(Format, CultureInfo.InvariantCulture);
}
