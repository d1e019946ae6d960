namespace Portal.Web.Processes.FieldTrips.Demo;

internal sealed record PlannedTrip(
    string Group, string[] Areas, string Lead, string Leader, DateOnly Day, int Days, DateTime NoticeAt, bool AdHoc, Fate Fate, int Variant)
{
    /// <summary>Notified later than the parameter asks.</summary>
    public bool Late { get; init; }
}
