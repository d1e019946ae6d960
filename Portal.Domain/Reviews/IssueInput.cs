using Portal.Domain.Forms;

namespace Portal.Domain.Reviews;

/// <summary>Step 12.</summary>
public sealed record IssueInput : IGatedInput
{
    public SecrecyGate? Secrecy { get; init; }

    public string? DocumentNumber { get; init; }

    public DateOnly? DocumentDate { get; init; }

    public DateOnly? SentOn { get; init; }

    public string? Addressee { get; init; }
}
