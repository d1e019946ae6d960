namespace Portal.Web.Api;

/// <param name="Version">Version of the item after the act.</param>
public sealed record ItemVersionAnswer(Guid Id, int Version);
