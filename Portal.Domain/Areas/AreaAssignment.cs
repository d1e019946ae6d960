using Portal.Domain.Organisation;

namespace Portal.Domain.Areas;

/// <summary>Phân công theo dõi: the group that watches an area, by decision.</summary>
public sealed class AreaAssignment : IEffectiveDated
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string GroupId { get; init; }

    public required string AreaId { get; init; }

    /// <summary>The member who mainly watches the area; null when the group as a whole does.</summary>
    public string? PersonId { get; init; }

    public required Guid DecisionId { get; init; }

    public required DateOnly ValidFrom { get; init; }

    public DateOnly? ValidTo { get; set; }
}
