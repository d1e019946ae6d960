namespace Portal.Domain.Cases;

/// <summary>What a person may choose about, of section 11.</summary>
public enum NotificationClass
{
    Tasks,
    Deadlines,
    Decisions,
    Mentions,

    /// <summary>Always at once: what Đ7.A.4 names, urgent items.</summary>
    Urgent,
}
