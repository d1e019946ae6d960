namespace Portal.Web.Operations.Searching;

/// <summary>A source that a query found; a higher <paramref name="Seq"/> is newer.</summary>
public sealed record SearchHit(Guid SourceId, long Seq, string Text);
