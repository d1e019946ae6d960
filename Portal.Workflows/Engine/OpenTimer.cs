
namespace Portal.Workflows.Engine;

public sealed record OpenTimer(int WaitId, string ActivityId, DateTime At) : Effect;
