namespace Portal.Domain.Reviews;

/// <summary>F13 of the ad hoc variant.</summary>
public sealed record AdHocProposalInput : ProposalContent
{
    /// <summary>Why no department is asked.</summary>
    public string? SkipConsultReason { get; init; }
}
