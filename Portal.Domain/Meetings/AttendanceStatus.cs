namespace Portal.Domain.Meetings;

/// <summary>States of section 5.2.</summary>
public enum AttendanceStatus
{
    Registered,
    Nominating,
    AwaitingConsent,
    Returned,
    Consented,
    Preparing,
    Attended,
    AwaitingNotes,
    NotesSubmitted,
    NotesReturned,
    Closed,
    OutOfScope,
    NotAttending,
    Refused,
    Cancelled,
    Withdrawn,
    Absent,

    /// <summary>The same invitation was registered before: the work goes on there.</summary>
    Merged,
}
