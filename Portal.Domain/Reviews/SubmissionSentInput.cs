using Portal.Domain.Forms;

namespace Portal.Domain.Reviews;

/// <summary>Step 10: number and date are entered, never invented .</summary>
public sealed record SubmissionSentInput : IGatedInput
{
    public SecrecyGate? Secrecy { get; init; }

    public string? DocumentNumber { get; init; }

    public DateOnly? SentOn { get; init; }

    public string? Note { get; init; }
}
