using Portal.Domain.Cases;
using Portal.Domain.Common;

namespace Portal.Workflows.Runtime;

/// <summary>What a process says of a case after an act.</summary>
/// <param name="Status">The process's own status.</param>
public sealed record CaseDescription(LocalText Title, string Status, CaseState State)
{
    /// <summary>For a matter of a place and an hour; null for others.</summary>
    public Engagement? TakesPlace { get; init; }
}
