
namespace Portal.Workflows.Engine;

public sealed record WriteLine(string Text) : Effect;
