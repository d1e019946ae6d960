using Portal.Domain.Forms;

namespace Portal.Domain.Reviews;

public abstract record DecisionContent : IGatedInput
{
    public SecrecyGate? Secrecy { get; init; }

    public ItemDecision[]? Suggestions { get; init; }

    public ItemDecision[]? Individuals { get; init; }

    public string? Opinion { get; init; }
}
