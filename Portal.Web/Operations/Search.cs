using Microsoft.EntityFrameworkCore;
using Portal.Domain.Areas;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Organisation;
using Portal.Web.Persistence;

namespace Portal.Web.Operations;

/// <summary>A source that a query found; a higher <paramref name="Seq"/> is newer.</summary>
public sealed record SearchHit(Guid SourceId, long Seq, string Text);

/// <summary>The full-text index. SQLite's here; another database brings its own.</summary>
public interface ISearchIndex
{
    /// <summary>Hits of a kind (<c>Case</c>, <c>Item</c>), to be narrowed to what the person may see before anything is counted.</summary>
    /// <param name="words">Folded; every one must be found, the last as the beginning of a word.</param>
    /// <param name="marks">
    /// Where a hit must lie: <c>gN03</c> group, <c>aA017</c> area, <c>pS31</c> person, <c>kfield-trip</c> process, any of them.
    /// Null: anywhere. It only spares the database what could not be seen anyway; the right is checked on the case.
    /// </param>
    IQueryable<SearchHit> Find(PortalDbContext db, string kind, IReadOnlyList<string> words, IReadOnlyCollection<string>? marks);
}

/// <summary>FTS5 over the folded texts; triggers keep it with the rows that it mirrors.</summary>
public sealed class SqliteSearchIndex : ISearchIndex
{
    public IQueryable<SearchHit> Find(PortalDbContext db, string kind, IReadOnlyList<string> words, IReadOnlyCollection<string>? marks)
    {
        // Each word quoted, so that nothing in it is read as syntax.
        var text = string.Join(" AND ", words.Select((w, i) => Quoted(w) + (i == words.Count - 1 ? "*" : "")));
        var query = $"Text : ({text})" + (marks is null ? "" : $" AND Marks : ({string.Join(" OR ", marks.Order(StringComparer.Ordinal).Select(Quoted))})");
        return db.Database.SqlQuery<SearchHit>($"""
            SELECT e."SourceId" AS "SourceId", s.rowid AS "Seq", e."Text" AS "Text" FROM "SearchIndex" s JOIN "SearchEntries" e ON e."Seq" = s.rowid
            WHERE s."SearchIndex" MATCH {query} AND e."Kind" = {kind}
            """);
    }

    private static string Quoted(string word) => $"\"{word.Replace("\"", "", StringComparison.Ordinal)}\"";
}

public sealed record CaseHit(Guid Id, string Number, string Title, string ProcessKey, string Status, CaseState State);

public sealed record ItemHit(Guid Id, string CaseNumber, string AreaId, string Content, DateTime At);

public sealed record FileHit(Guid Id, string FileName, string CaseNumber);

/// <summary>What was found. Counts are of what the person may see.</summary>
public sealed record SearchResults(
    IReadOnlyList<string> Words, IReadOnlyList<CaseHit> Cases, int CaseTotal, IReadOnlyList<ItemHit> Items, int ItemTotal, IReadOnlyList<FileHit> Files, IReadOnlyList<MonitoredArea> Areas, IReadOnlyList<StaffMember> People)
{
    public bool IsEmpty => Cases.Count + Items.Count + Files.Count + Areas.Count + People.Count == 0;
}

/// <summary>One search over cases, areas, people, reported items and documents, without tone marks; đ is d. What one may not see is neither found nor counted.</summary>
public sealed class Search(PortalOperations operations, ISearchIndex index)
{
    private const int Most = 20;

    /// <summary>Of more hits only the newest are ranked and counted: nobody pages through them, one adds a word.</summary>
    public const int MostRanked = 500;

    public async Task<SearchResults> FindAsync(Actor actor, string text, CancellationToken cancellation = default)
    {
        var context = await operations.ContextAsync(actor, cancellation: cancellation);
        var folded = VietnameseText.Fold(text.Length > 200 ? text[..200] : text);
        var words = WordsOf(string.Join(' ', VietnameseText.QueryWords(folded)));
        if (words.Count == 0)
        {
            return new SearchResults([], [], 0, [], 0, [], [], []);
        }

        var scope = AccessScope.Of(actor.PersonId, context.Directory, context.Today);
        var (areaIds, isHead, groups) = (scope.AreaIds, scope.IsHead, scope.GroupIds);
        bool Has(string folded) => words.TrueForAll(w => folded.Contains(w, StringComparison.Ordinal));
        var areas = context.Directory.Data.Areas.Where(a => Has(a.SearchText)).OrderBy(a => !a.IsValidOn(context.Today)).ThenBy(a => a.Name, VietnameseText.Comparer).Take(Most).ToList();
        var people = context.Directory.Data.Staff.Where(s => s.IsValidOn(context.Today) && Has(VietnameseText.Fold($"{s.FullName} {s.Position}"))).OrderBy(s => s.SortKey, StringComparer.Ordinal).Take(Most).ToList();
        return await operations.ReadAsync(async db =>
        {
            var visible = db.Cases.Where(CaseAccess.Title(scope));
            var hits = await index.Find(db, "Case", words, Marks(scope, titles: true)).Join(visible, h => h.SourceId, c => c.Id, (h, c) => h)
                .OrderByDescending(h => h.Seq).Take(MostRanked).ToListAsync(cancellation);
            var best = Best(hits, folded, words);
            var rows = await db.Cases.Where(c => best.Contains(c.Id)).Select(c => new CaseHit(c.Id, c.Number, c.Title, c.ProcessKey, c.Status, c.State)).ToListAsync(cancellation);
            var cases = rows.OrderBy(c => best.IndexOf(c.Id)).ToList();

            var readable = db.Cases.Where(CaseAccess.Content(scope));
            var found = await index.Find(db, "Item", words, Marks(scope, titles: false))
                .Join(db.ReportItems.Where(i => i.Sensitivity == Sensitivity.Normal && (isHead || areaIds.Contains(i.AreaId) || groups.Contains(i.GroupId))), h => h.SourceId, i => i.Id, (h, i) => new { Hit = h, i.SourceCaseId })
                .Join(readable, h => h.SourceCaseId, c => c.Id, (h, c) => h.Hit)
                .OrderByDescending(h => h.Seq).Take(MostRanked).ToListAsync(cancellation);
            best = Best(found, folded, words);
            var contents = await db.ReportItems.Where(i => best.Contains(i.Id)).Join(db.Cases, i => i.SourceCaseId, c => c.Id, (i, c) => new ItemHit(i.Id, c.Number, i.AreaId, i.Content, i.CreatedAt)).ToListAsync(cancellation);
            var items = contents.OrderBy(i => best.IndexOf(i.Id)).ToList();

            // File names are few and not folded in the database: those of the readable cases, the newest first.
            var names = await db.Attachments.Where(a => a.CaseId != null).Join(readable.Where(c => c.Sensitivity == Sensitivity.Normal), a => a.CaseId, c => c.Id, (a, c) => new { a.Id, a.FileName, a.At, c.Number, a.CaseId })
                .Where(a => !db.Submissions.Any(s => s.CaseId == a.CaseId && s.Sensitivity != Sensitivity.Normal))
                .OrderByDescending(a => a.At).Take(2000).ToListAsync(cancellation);
            var files = names.Where(f => Has(VietnameseText.Fold(f.FileName))).Take(Most).Select(f => new FileHit(f.Id, f.FileName, f.Number)).ToList();
            return new SearchResults(words, cases, hits.Count, items, found.Count, files, areas, people);
        }, cancellation);
    }

    /// <summary>The parts of folded text that the index knows as words: letters and digits together.</summary>
    private static List<string> WordsOf(string folded) =>
        [.. string.Concat(folded.Select(c => char.IsLetterOrDigit(c) ? c : ' ')).Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct()];

    // The query as it was typed before its words apart, whole words before beginnings, then the newest.
    private static List<Guid> Best(List<SearchHit> hits, string folded, List<string> words) =>
        [.. hits.OrderByDescending(h => Score($" {h.Text} ", folded, words)).ThenByDescending(h => h.Seq).Take(Most).Select(h => h.SourceId)];

    private static int Score(string text, string folded, List<string> words) =>
        (text.StartsWith($" {folded} ", StringComparison.Ordinal) ? 4 : 0) + (text.Contains(folded, StringComparison.Ordinal) ? 2 : 0) + (text.Contains(words[^1] + ' ', StringComparison.Ordinal) ? 1 : 0);

    /// <summary>Every place where something could be seen; null where that is everywhere. Wider than the right itself, which is checked on the rows.</summary>
    private static HashSet<string>? Marks(AccessScope scope, bool titles)
    {
        if (scope.IsHead || (titles && scope.SeesTitles) || scope.Lent.Any(l => l.Scope.IsHead))
        {
            return null;
        }

        HashSet<string> marks = [];
        foreach (var one in scope.Lent.Select(l => l.Scope).Append(scope))
        {
            marks.UnionWith(one.GroupIds.Concat(one.RestrictedGroupIds).Select(g => $"g{g}"));
            marks.UnionWith(one.AreaIds.Select(a => $"a{a}"));
            marks.Add($"p{one.PersonId}");
            marks.UnionWith(Audience.All
                .Where(a => a.Readers.Any(r => one.Holds(r.Office)) || a.Excerpts.Any(e => e.Office is { } office && one.Holds(office)))
                .SelectMany(a => a.ProcessKeys).Select(k => $"k{k}"));
        }

        return marks;
    }

    /// <summary>The text in parts, those that a word begins with marked: for showing why it was found.</summary>
    public static IEnumerable<(string Text, bool IsHit)> Mark(string text, IReadOnlyList<string> words)
    {
        var start = 0;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && (char.IsLetterOrDigit(text[i]) || char.GetUnicodeCategory(text[i]) == System.Globalization.UnicodeCategory.NonSpacingMark))
            {
                continue;
            }

            if (i > start)
            {
                var word = text[start..i];
                yield return (word, words.Any(w => VietnameseText.Fold(word).StartsWith(w, StringComparison.Ordinal)));
            }

            if (i < text.Length)
            {
                yield return (text[i].ToString(), false);
            }

            start = i + 1;
        }
    }
}
