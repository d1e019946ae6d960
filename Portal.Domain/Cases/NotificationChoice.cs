namespace Portal.Domain.Cases;

/// <summary>One person's choice for one class.</summary>
public sealed class NotificationChoice
{
    public required string PersonId { get; init; }

    public required NotificationClass Class { get; init; }

    public required MailTiming Timing { get; set; }

    /// <summary>Before anybody has chosen: tasks and deadlines with the digest, what is urgent at once, the rest not.</summary>
    public static MailTiming Default(NotificationClass of) => of switch
    {
        NotificationClass.Tasks or NotificationClass.Deadlines => MailTiming.Digest,
        NotificationClass.Urgent => MailTiming.Immediate,
        _ => MailTiming.Off,
    };

    public static NotificationClass ClassOf(NotificationKind kind) => kind switch
    {
        NotificationKind.TaskAssigned or NotificationKind.TaskReturned or NotificationKind.Directive
            or NotificationKind.Delegation or NotificationKind.OrganisationRequest
            or NotificationKind.ReportItem => NotificationClass.Tasks,
        NotificationKind.DueSoon or NotificationKind.Overdue or NotificationKind.Escalated => NotificationClass.Deadlines,
        NotificationKind.ForHead or NotificationKind.UrgentItem => NotificationClass.Urgent,
        NotificationKind.Mentioned or NotificationKind.Asked or NotificationKind.Answered
            or NotificationKind.InvitedToWrite or NotificationKind.Invited => NotificationClass.Mentions,
        _ => NotificationClass.Decisions,
    };
}
