namespace Portal.Domain.Reviews;

public sealed record AdHocCollectiveInput : AdHocDecisionInput, ICollectiveDecision
{
    public DateOnly? MeetingDate { get; init; }

    public CollectiveForm? Form { get; init; }

    public string? Present { get; init; }

    public int? VotesFor { get; init; }

    public int? VotesAgainst { get; init; }

    public string? ConclusionDocument { get; init; }
}
