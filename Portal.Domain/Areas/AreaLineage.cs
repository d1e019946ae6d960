namespace Portal.Domain.Areas;

/// <summary>Tiền thân, kế tục of an area.</summary>
public sealed class AreaLineage
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string PredecessorId { get; init; }

    public required string SuccessorId { get; init; }

    public required LineageKind Kind { get; init; }

    public required DateOnly On { get; init; }
}
