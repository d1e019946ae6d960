using System.Text.Json.Nodes;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Workflows.UserTasks;

namespace Portal.Workflows.Runtime.Openings;

/// <summary>A person starts the case by sending its first form.</summary>
/// <param name="WhyNot">Null when the person may do so now.</param>
/// <param name="Place">Group and areas of the new case, from its first form.</param>
public sealed record OpenedByHand(Func<CaseContext, Refusal?> WhyNot, Func<JsonObject, CaseContext, Result<CasePlace>> Place) : Opening
{
    /// <summary>Whether the person may begin with the first step as the version in use has it; null where that is no question.</summary>
    public Func<UserTaskSpec, CaseContext, bool>? MayBegin { get; init; }
}
