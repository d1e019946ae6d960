using Portal.Domain.Forms;

namespace Portal.Domain.Reviews;

/// <summary>Step 15: what the leaders concluded, when and how.</summary>
public sealed record ConclusionInput : IGatedInput, ICollectiveDecision
{
    public SecrecyGate? Secrecy { get; init; }

    public DateOnly? MeetingDate { get; init; }

    public CollectiveForm? Form { get; init; }

    public string? Opinion { get; init; }

    public string? ConclusionDocument { get; init; }
}
