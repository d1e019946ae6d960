namespace Portal.Web.Operations.Incidents;

public sealed record IncidentView(int Number, string StepId, string Kind, DateTime At);
