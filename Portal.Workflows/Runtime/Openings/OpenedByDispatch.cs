using System.Text.Json.Nodes;
using Portal.Domain.Cases;

namespace Portal.Workflows.Runtime.Openings;

/// <summary>The definition of another case opens it.</summary>
/// <param name="ForItem">The case for one item that is dispatched; null where the item names none.</param>
public sealed record OpenedByDispatch(Func<JsonNode?, CaseFile, CaseContext, NewCase?> ForItem) : Opening;
