namespace Portal.Domain.Areas;

/// <summary>Đầu mối của địa bàn (Đ9.1).</summary>
public sealed class AreaContact
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string AreaId { get; init; }

    public required string FullName { get; set; }

    public required string Position { get; set; }

    public string Phone { get; set; } = "";

    /// <summary>Day on which the group took them out; null while they are the area's contact.</summary>
    public DateOnly? EndedOn { get; set; }
}
