using Portal.Domain.Cases;
using Portal.Domain.Common;

namespace Portal.Workflows.Runtime;

/// <summary>What a process says of a case after an act.</summary>
/// <param name="Status">The process's own status.</param>
public sealed record CaseDescription(LocalText Title, string Status, CaseState State)
{
    /// <summary>
    /// People whom the case is for by name: they read its Restricted parts. Null where the process names nobody.
    /// </summary>
    public IReadOnlyList<string>? Named { get; init; }

    /// <summary>For a matter of a place and an hour; null for others.</summary>
    public Engagement? TakesPlace { get; init; }
}
