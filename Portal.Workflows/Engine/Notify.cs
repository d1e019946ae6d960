
namespace Portal.Workflows.Engine;

public sealed record Notify(string ActivityId, IReadOnlyList<string> Who, string Kind, string? Item = null) : Effect;
