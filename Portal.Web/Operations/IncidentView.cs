namespace Portal.Web.Operations;

public sealed record IncidentView(int Number, string StepId, string Kind, DateTime At);
