namespace Portal.Domain.Reviews;

/// <summary>Conditions of the highest level, each as far as it is known (R-REV-06).</summary>
public sealed record RatingConditions
{
    public ConditionState? Targets { get; init; }

    public ConditionState? Unity { get; init; }

    public ConditionState? Discipline { get; init; }

    public ConditionState? Subordinates { get; init; }

    public bool AnyNotMet() => new[] { Targets, Unity, Discipline, Subordinates }.Contains(ConditionState.NotMet);
}
