using Portal.Domain.Forms;

namespace Portal.Domain.Meetings;

/// <summary>F9 Cho ý kiến việc dự họp.</summary>
public sealed record ConsentInput : IGatedInput
{
    public SecrecyGate? Secrecy { get; init; }

    public string? ChangedNomineeId { get; init; }

    /// <summary>Those of the proposed further people who may go; null leaves the proposal as it is.</summary>
    public string[]? ExtraIds { get; init; }

    public string? Requirements { get; init; }

    public string? Opinion { get; init; }
}
