using Portal.Domain.Forms;

namespace Portal.Domain.FollowUps;

/// <summary>What came of it, or why it is cancelled.</summary>
public sealed record FollowUpWordsInput : IGatedInput
{
    public SecrecyGate? Secrecy { get; init; }

    public string? Words { get; init; }
}
