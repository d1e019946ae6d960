using Portal.Domain.Forms;

namespace Portal.Domain.Feedback;

/// <summary>Where an accepted feedback has gone: the draft of the revision, and what it says there.</summary>
public sealed record RevisionInput : IGatedInput
{
    public SecrecyGate? Secrecy { get; init; }

    public string? Revision { get; init; }

    public Guid[]? Files { get; init; }
}
