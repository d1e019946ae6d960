using Portal.Workflows.Authoring;
using Portal.Workflows.Definitions;

namespace Portal.Web.Operations.Authoring;

/// <summary>Two versions of one process and what differs between them.</summary>
public sealed record VersionComparison(WorkflowDefinition Before, WorkflowDefinition After, IReadOnlyList<Difference> Differences);
