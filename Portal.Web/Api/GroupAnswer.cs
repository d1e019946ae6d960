namespace Portal.Web.Api;

public sealed record GroupAnswer(string Id, string Name, bool IsLead);
