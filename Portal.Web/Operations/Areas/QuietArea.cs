namespace Portal.Web.Operations.Areas;

/// <summary>How long ago somebody was in contact with an area, or there.</summary>
/// <param name="LastContact">Null for never.</param>
/// <param name="LastVisit">Day on which the last trip there began; null for never.</param>
/// <param name="IsContactStale">Longer ago than <c>Contact.StaleDays</c>.</param>
/// <param name="IsVisitStale">Longer ago than <c>Coverage.StaleDays</c>.</param>
public sealed record QuietArea(
    string AreaId, string GroupId, string? LeaderId, DateOnly? LastContact, DateOnly? LastVisit, bool IsContactStale, bool IsVisitStale)
{
    /// <summary>Days since a day; null where there is none.</summary>
    public static int? Since(DateOnly? day, DateOnly today) => day is { } last ? today.DayNumber - last.DayNumber : null;
}
