namespace Portal.Web.Processes.Meetings.Demo;

/// <summary>A meeting of the demo before it is played.</summary>
internal sealed record PlannedMeeting(
    string Group, string Area, DateOnly Day, int Hour, DateTime RegisteredAt, MeetingFate Fate, int Variant);
