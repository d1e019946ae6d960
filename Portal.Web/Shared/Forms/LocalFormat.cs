using System.Globalization;
using Portal.Domain.Common;

namespace Portal.Web.Shared.Forms;

/// <summary>Days and times as people type and read them: 24/11/2026, 14:30.</summary>
public static class LocalFormat
{
    public static readonly CultureInfo Vietnamese = CultureInfo.GetCultureInfo("vi-VN");

    public static string Day(DateOnly day) => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    /// <summary>The month of a day, as it is spoken: 1/2027.</summary>
    public static string Month(DateOnly day) => day.ToString("M/yyyy", CultureInfo.InvariantCulture);

    /// <summary>An instant, shown in Viet Nam time.</summary>
    public static string Moment(DateTime utc) => VietnamTime.ToLocal(utc).ToString("HH:mm dd/MM/yyyy", CultureInfo.InvariantCulture);

    public static string Clock(DateTime utc) => VietnamTime.ToLocal(utc).ToString("HH:mm", CultureInfo.InvariantCulture);

    public static string JsonDay(string? json) =>
        DateOnly.TryParse(json, CultureInfo.InvariantCulture, out var day) ? Day(day) : json ?? "";

    public static string JsonMoment(string? json) =>
        DateTime.TryParse(json, CultureInfo.InvariantCulture, DateTimeStyles.None, out var at)
            ? at.ToString("HH:mm dd/MM/yyyy", CultureInfo.InvariantCulture)
            : json ?? "";

    public static string JsonTime(string? json) =>
        TimeOnly.TryParse(json, CultureInfo.InvariantCulture, out var at) ? at.ToString("HH:mm", CultureInfo.InvariantCulture) : json ?? "";

    /// <summary>As forms keep it: 2026-11-24.</summary>
    public static string Json(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
