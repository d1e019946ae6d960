namespace Portal.Domain.Cases;

/// <summary>Liên hệ công tác (Đ9.1).</summary>
public sealed class ContactLog
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid SourceCaseId { get; init; }

    public required int SourceIndex { get; init; }

    public required string AreaId { get; init; }

    public required string GroupId { get; init; }

    public required string ContactPerson { get; init; }

    public required DateTime At { get; init; }

    public required string Channel { get; init; }

    public required string Subject { get; init; }

    public string Summary { get; init; } = "";
}
