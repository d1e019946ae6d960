using Portal.Domain.Common;

namespace Portal.Domain.Cases;

/// <summary>In-app notice. Carries no content of a case: kind, number, step and area names only (section 11).</summary>
public sealed class Notification
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string PersonId { get; init; }

    public required NotificationKind Kind { get; init; }

    public Guid? CaseId { get; init; }

    public Guid? TaskId { get; init; }

    /// <summary>The item of an area that it is about; null where it is about none.</summary>
    public Guid? ItemId { get; init; }

    /// <summary>Number, and step or area; the number alone where Restricted.</summary>
    public required LocalText Text { get; init; }

    public required DateTime At { get; init; }

    public DateTime? ReadAt { get; private set; }

    /// <summary>When it was looked at for e-mail, whether a message came of it or not; null before.</summary>
    public DateTime? MailedAt { get; private set; }

    public void MarkRead(DateTime now) => ReadAt ??= now;

    public void NoteMailed(DateTime now) => MailedAt ??= now;
}
