namespace Portal.Web.Operations.Areas;

/// <summary>Somebody who watches the area, and by which decision.</summary>
public sealed record Watcher(string PersonId, bool IsLead, DateOnly? Since, string DecisionNumber, DateOnly? DecisionDate);
