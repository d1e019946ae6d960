namespace Portal.Web.Security;

/// <summary>A session as its person sees it.</summary>
/// <param name="UsedAt">Of the last work in it; null where nothing was done since the portal started.</param>
public sealed record SessionRow(string Id, string Device, string Address, DateTime StartedAt, DateTime? UsedAt);
