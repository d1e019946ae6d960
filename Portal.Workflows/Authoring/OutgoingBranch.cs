namespace Portal.Workflows.Authoring;

/// <summary>One branch that leads out of an automatic step.</summary>
/// <param name="Port">Outcome; of a switch and a fork, the branch's name.</param>
/// <param name="Script">When it is taken; empty where nothing is asked.</param>
/// <param name="To">Id of the next step in the same chart; null when it leads nowhere.</param>
public sealed record OutgoingBranch(string Port, string Script, string? To);
