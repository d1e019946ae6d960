namespace Portal.Web.Operations.Authoring;

/// <summary>A version that one person asked to be published, taken into use again or out of it; it waits for a second one.</summary>
/// <param name="Asker">Name of who asked.</param>
public sealed record AwaitedVersion(string Id, string Name, int Version, string Asker, string Note, VersionIntent Intent);
