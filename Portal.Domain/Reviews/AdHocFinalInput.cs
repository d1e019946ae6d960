namespace Portal.Domain.Reviews;

public sealed record AdHocFinalInput : ProposalContent
{
    public OpinionHandlingInput[]? Handling { get; init; }
}
