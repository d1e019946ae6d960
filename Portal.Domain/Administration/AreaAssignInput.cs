namespace Portal.Domain.Administration;

/// <summary>Areas go to a group, from a day on.</summary>
public sealed record AreaAssignInput
{
    public string[]? AreaIds { get; init; }

    public string? GroupId { get; init; }

    public DateOnly? From { get; init; }

    public DecisionInput? Decision { get; init; }
}
