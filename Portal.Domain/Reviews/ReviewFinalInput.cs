namespace Portal.Domain.Reviews;

/// <summary>F13 with the handling of each opinion, step 6.</summary>
public sealed record ReviewFinalInput : ReviewProposalInput
{
    public OpinionHandlingInput[]? Handling { get; init; }
}
