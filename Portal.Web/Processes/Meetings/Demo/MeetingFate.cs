namespace Portal.Web.Processes.Meetings.Demo;

/// <summary>What becomes of a meeting of the demo.</summary>
internal enum MeetingFate
{
    Plain,
    LeadBusy,
    Extra,
    Refused,
    Moved,
    LateInvitation,
    ExtraRefused,
    NoInvitation,
    LateNotes,
}
