using Portal.Domain.Forms;

namespace Portal.Domain.Cases;

/// <summary>What may come with an answer to a step without a form: why, and then the state-secret question is answered first.</summary>
public sealed record PlainAnswerInput : IGatedInput
{
    public SecrecyGate? Secrecy { get; init; }

    public string? Reason { get; init; }
}
