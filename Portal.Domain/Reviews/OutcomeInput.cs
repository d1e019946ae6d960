using Portal.Domain.Forms;

namespace Portal.Domain.Reviews;

/// <summary>F17 Kết luận của Ban Thường vụ.</summary>
public sealed record OutcomeInput : IGatedInput
{
    public SecrecyGate? Secrecy { get; init; }

    public string? DocumentNumber { get; init; }

    public DateOnly? DocumentDate { get; init; }

    public ItemOutcome[]? Suggestions { get; init; }

    public ItemOutcome[]? Individuals { get; init; }

    /// <summary>E-R9, in definitions before the head had a step of the own for it; null where the head releases.</summary>
    public bool? ReleasedToGroup { get; init; }
}
