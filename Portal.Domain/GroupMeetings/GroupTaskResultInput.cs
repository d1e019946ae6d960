using Portal.Domain.Forms;

namespace Portal.Domain.GroupMeetings;

/// <summary>What came of the work that a meeting gave out.</summary>
public sealed record GroupTaskResultInput : IGatedInput
{
    public SecrecyGate? Secrecy { get; init; }

    public string? Result { get; init; }

    public Guid[]? Files { get; init; }
}
