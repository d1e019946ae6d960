
namespace Portal.Workflows.Engine;

public sealed record CloseTimer(int WaitId) : Effect;
