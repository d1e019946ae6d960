namespace Portal.Web.Api;

public sealed record DecisionAnswer(string Step, string Outcome, string Opinion, string DeciderId, string? ActingForId, DateTime At);
