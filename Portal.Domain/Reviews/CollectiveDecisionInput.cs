namespace Portal.Domain.Reviews;

/// <summary>F16: what the collective decided, when and how.</summary>
public sealed record CollectiveDecisionInput : ReviewDecisionInput, ICollectiveDecision
{
    public DateOnly? MeetingDate { get; init; }

    public CollectiveForm? Form { get; init; }

    public string? Present { get; init; }

    public int? VotesFor { get; init; }

    public int? VotesAgainst { get; init; }

    public string? ConclusionDocument { get; init; }
}
