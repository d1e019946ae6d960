using Portal.Domain.Forms;

namespace Portal.Domain.Reviews;

public abstract record AdviceContent : IGatedInput
{
    public SecrecyGate? Secrecy { get; init; }

    public ItemFollowUp[]? Suggestions { get; init; }

    public ItemFollowUp[]? Individuals { get; init; }

    public RemedyInput[]? Remedies { get; init; }

    public RemedyInput[]? IndividualRemedies { get; init; }

    public string? Remark { get; init; }
}
