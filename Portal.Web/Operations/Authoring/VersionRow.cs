namespace Portal.Web.Operations.Authoring;

/// <summary>A version as the list shows it.</summary>
/// <param name="OpenCases">Cases at work that are pinned to it .</param>
public sealed record VersionRow(
    string Id, int Version, bool IsPublished, bool IsDraft, int OpenCases, DateTime ChangedAt, string ChangedById, DateTime? PublishedAt,
    string PublishedById, string RequestedById, string Note, string ReturnedById, string ReturnNote);
