using Portal.Domain.Forms;

namespace Portal.Domain.Feedback;

/// <summary>A difficulty with a clause of the Regulation, and what to write there instead (Đ13.3).</summary>
public sealed record FeedbackInput : IGatedInput
{
    public SecrecyGate? Secrecy { get; init; }

    /// <summary>Code of the clause: <c>Đ7.A.5</c>.</summary>
    public string? Clause { get; init; }

    public string? Difficulty { get; init; }

    public string? Proposal { get; init; }

    public Guid[]? Files { get; init; }
}
