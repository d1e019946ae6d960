
namespace Portal.Workflows.Engine;

public sealed record RaiseIncident(IncidentState Incident) : Effect;
