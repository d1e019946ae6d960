namespace Portal.Web.Processes.Meetings;

/// <summary>What whoever prepares a meeting may know of its area (Đ7.A.5).</summary>
/// <param name="LastVisit">Last trip that began there: its number and when; null when none may be known of.</param>
/// <param name="LastMeeting">Last meeting that was attended there.</param>
/// <param name="OpenItems">Reported matters that are not settled, of those the person may read.</param>
public sealed record AreaBrief(
    string AreaId, (string Number, DateTime At)? LastVisit, (string Number, DateTime At)? LastMeeting, int OpenItems);
