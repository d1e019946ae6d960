namespace Portal.Web.Operations.Administration;

/// <summary>Who looks after an area: names.</summary>
/// <param name="Area">The area itself, where it is another one.</param>
/// <param name="Lead">Lead of the group; empty where there is none.</param>
/// <param name="Leader">The leader in charge (R-ORG-08).</param>
public sealed record AreaWatch(string Area, string Group, string Lead, string Leader);
