
namespace Portal.Workflows.Engine;

/// <summary>A verb of the process that the definition calls for, e.g. <c>close</c>.</summary>
public sealed record DemandAct(string ActivityId, string Act, string? Item = null) : Effect;
