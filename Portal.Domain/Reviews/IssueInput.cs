using Portal.Domain.Forms;

namespace Portal.Domain.Reviews;

/// <summary>Step 12: the document with which the suggestions went to the unit.</summary>
public sealed record IssueInput : IGatedInput
{
    public SecrecyGate? Secrecy { get; init; }

    public string? DocumentNumber { get; init; }

    public DateOnly? DocumentDate { get; init; }

    public DateOnly? SentOn { get; init; }

    public string? Addressee { get; init; }
}
