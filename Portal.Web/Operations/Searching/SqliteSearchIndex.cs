using Microsoft.EntityFrameworkCore;
using Portal.Web.Persistence;

namespace Portal.Web.Operations.Searching;

/// <summary>FTS5 over the folded texts; triggers keep it with the rows that it mirrors.</summary>
public sealed class SqliteSearchIndex : ISearchIndex
{
    public IQueryable<SearchHit> Find(PortalDbContext db, string kind, IReadOnlyList<string> words, IReadOnlyCollection<string>? marks)
    {
        // Each word quoted, so that nothing in it is read as syntax.
        var text = string.Join(" AND ", words.Select((w, i) => Quoted(w) + (i == words.Count - 1 ? "*" : "")));
        var query = $"Text : ({text})"
            + (marks is null ? "" : $" AND Marks : ({string.Join(" OR ", marks.Order(StringComparer.Ordinal).Select(Quoted))})");
        return db.Database.SqlQuery<SearchHit>($"""
            SELECT e."SourceId" AS "SourceId", found.rowid AS "Seq", e."Text" AS "Text"
            FROM "SearchIndex" found JOIN "SearchEntries" e ON e."Seq" = found.rowid
            WHERE found."SearchIndex" MATCH {query} AND e."Kind" = {kind}
            """);
    }

    private static string Quoted(string word) => $"\"{word.Replace("\"", "", StringComparison.Ordinal)}\"";
}
