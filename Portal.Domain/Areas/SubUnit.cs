namespace Portal.Domain.Areas;

/// <summary>Đơn vị trực thuộc (Đ9.4): a unit below an area, by its name alone, so that a trip can name it.</summary>
public sealed class SubUnit
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string AreaId { get; init; }

    public required string Name { get; init; }

    /// <summary>Day on which the group took it out; null while it is offered.</summary>
    public DateOnly? EndedOn { get; set; }
}
