namespace Portal.Domain.Reviews;

/// <summary>F13, step 4.</summary>
public record ReviewProposalInput : ProposalContent
{
    public RatingInput? Rating { get; init; }
}
