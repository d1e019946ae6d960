using Portal.Domain.Forms;

namespace Portal.Domain.Cases;

/// <summary>A step that administrators added: an opinion, and the step's own fields.</summary>
public sealed record StepNoteInput : IGatedInput
{
    public SecrecyGate? Secrecy { get; init; }

    public string? Opinion { get; init; }
}
