using Portal.Domain.Forms;

namespace Portal.Domain.Cases;

/// <summary>What a process that administrators made begins with; the rest is in the extra fields of its step.</summary>
public sealed record OwnStartInput : IGatedInput
{
    public SecrecyGate? Secrecy { get; init; }

    public string? Title { get; init; }

    public string[]? AreaIds { get; init; }

    public string? Content { get; init; }
}
