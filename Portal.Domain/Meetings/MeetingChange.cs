namespace Portal.Domain.Meetings;

/// <summary>E-M5: the meeting was moved.</summary>
public sealed record MeetingChange(DateTime At, string ById, DateTime OldStart, DateTime NewStart, bool ConsentKept, string Reason);
