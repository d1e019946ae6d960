namespace Portal.Domain.Organisation;

/// <summary>What a leader is in charge of: exactly one of area, group, department is named.</summary>
public sealed class LeaderPortfolio : IEffectiveDated
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string PersonId { get; init; }

    public string? AreaId { get; init; }

    public string? GroupId { get; init; }

    public string? DepartmentId { get; init; }

    public required DateOnly ValidFrom { get; init; }

    public DateOnly? ValidTo { get; set; }
}
