
namespace Portal.Workflows.Engine;

/// <summary>What the runner asks of the world. Nothing has happened yet.</summary>
public abstract record Effect;
