using Portal.Domain.Areas;

namespace Portal.Domain.Administration;

/// <summary>Areas are merged, split, renamed or arranged anew on a day, as in the reform of 2025.</summary>
public sealed record AreaReorganizeInput
{
    public LineageKind? Kind { get; init; }

    public string[]? AreaIds { get; init; }

    public DateOnly? From { get; init; }

    public SuccessorInput[]? Successors { get; init; }

    public DecisionInput? Decision { get; init; }
}
