using Microsoft.EntityFrameworkCore;
using Portal.Domain.Areas;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.ReportItems;
using Portal.Domain.Organisation;
using Portal.Web.Operations.Cases;
using Portal.Web.Persistence;
using Portal.Web.Texts;

namespace Portal.Web.Operations.Searching;

/// <summary>
/// One search over cases, processes to start, areas and their contacts, people, reported items and documents, also by the words inside
/// them, without tone marks; đ is d. What one may not see is neither found nor counted.
/// </summary>
public sealed class Search(PortalOperations operations, ISearchIndex index, StartableProcesses startable, Localizer texts)
{
    private const int MaxHits = 20;

    /// <summary>Of more hits only the newest are ranked and counted: nobody pages through them, one adds a word.</summary>
    public const int MostRanked = 500;

    public async Task<SearchResults> FindAsync(Actor actor, string text, CancellationToken cancellation = default)
    {
        var context = await operations.ContextAsync(actor, cancellation: cancellation);
        var folded = VietnameseText.Fold(text.Length > 200 ? text[..200] : text);
        var words = WordsOf(string.Join(' ', VietnameseText.QueryWords(folded)));
        if (words.Count == 0)
        {
            return SearchResults.Nothing;
        }

        var scope = AccessScope.Of(actor.PersonId, context.Directory, context.Today);
        var processes = await startable.ForAsync(context, cancellation);
        return await operations.ReadAsync(async db =>
        {
            var readable = db.Cases.Where(CaseAccess.Content(scope));
            var (cases, caseCount) = await FindCasesAsync(db, scope, folded, words, cancellation);
            var (items, itemCount) = await FindItemsAsync(db, scope, folded, words, cancellation);
            var files = await FindFilesAsync(db, readable, scope, words, cancellation);
            return new SearchResults(
                words, cases, caseCount, items, itemCount, files, FindAreas(context, words), FindPeople(context, words))
            {
                Processes = [.. processes.Where(p => HasAll(words, VietnameseText.Fold($"{p.LabelIn(texts)} {p.Name}")))],
                Contacts = FindContacts(context, scope, words),
            };
        }, cancellation);
    }

    private static List<MonitoredArea> FindAreas(CaseContext context, List<string> words) =>
        [.. context.Directory.Data.Areas.Where(a => HasAll(words, a.SearchText))
            .OrderBy(a => !a.IsValidOn(context.Today))
            .ThenBy(a => a.Name, VietnameseText.Comparer)
            .Take(MaxHits)];

    private static List<StaffMember> FindPeople(CaseContext context, List<string> words) =>
        [.. context.Directory.Data.Staff
            .Where(s => s.IsValidOn(context.Today) && HasAll(words, VietnameseText.Fold($"{s.FullName} {s.Position}")))
            .OrderBy(s => s.SortKey, StringComparer.Ordinal)
            .Take(MaxHits)];

    // Of the areas whose content the person reads, as their pages show them.
    private static List<AreaContact> FindContacts(CaseContext context, AccessScope scope, List<string> words) =>
        [.. context.Directory.Data.Contacts
            .Where(c => (scope.IsHead || scope.AreaIds.Contains(c.AreaId))
                && HasAll(words, VietnameseText.Fold($"{c.FullName} {c.Position} {c.Phone}")))
            .OrderBy(c => VietnameseText.SortKey(c.FullName), StringComparer.Ordinal)
            .Take(MaxHits)];

    private async Task<(List<CaseHit> Best, int Count)> FindCasesAsync(
        PortalDbContext db, AccessScope scope, string folded, List<string> words, CancellationToken cancellation)
    {
        var visible = db.Cases.Where(CaseAccess.Title(scope));
        var hits = await index.Find(db, "Case", words, Marks(scope, titles: true))
            .Join(visible, h => h.SourceId, c => c.Id, (h, c) => h)
            .OrderByDescending(h => h.Seq)
            .Take(MostRanked)
            .ToListAsync(cancellation);
        var best = Best(hits, folded, words);
        var rows = await db.Cases.Where(c => best.Contains(c.Id))
            .Select(c => new CaseHit(c.Id, c.Number, c.Title, c.ProcessKey, c.Status, c.State))
            .ToListAsync(cancellation);
        return ([.. rows.OrderBy(c => best.IndexOf(c.Id))], hits.Count);
    }

    private async Task<(List<ItemHit> Best, int Count)> FindItemsAsync(
        PortalDbContext db, AccessScope scope, string folded, List<string> words, CancellationToken cancellation)
    {
        var hits = await index.Find(db, "Item", words, Marks(scope, titles: false))
            .Join(
                db.ReportItems.Where(ReportItemAccess.Readable(scope)).Where(i => i.Sensitivity == Sensitivity.Normal),
                h => h.SourceId,
                i => i.Id,
                (h, i) => h)
            .OrderByDescending(h => h.Seq)
            .Take(MostRanked)
            .ToListAsync(cancellation);
        var best = Best(hits, folded, words);
        var rows = await db.ReportItems.Where(i => best.Contains(i.Id))
            .Select(i => new ItemHit(i.Id, i.Kind, i.AreaId, i.Content, i.CreatedAt))
            .ToListAsync(cancellation);
        return ([.. rows.OrderBy(i => best.IndexOf(i.Id))], hits.Count);
    }

    // File names are few and not folded in the database: those of the readable cases, the newest first; then those with the words inside.
    private async Task<List<FileHit>> FindFilesAsync(
        PortalDbContext db, IQueryable<Case> readable, AccessScope scope, List<string> words, CancellationToken cancellation)
    {
        var files = db.Attachments.Where(a => a.CaseId != null)
            .Join(
                readable.Where(c => c.Sensitivity == Sensitivity.Normal),
                a => a.CaseId,
                c => c.Id,
                (a, c) => new { File = a, c.Number })
            .Where(a => !db.Submissions.Any(s => s.CaseId == a.File.CaseId && s.Sensitivity != Sensitivity.Normal));
        var names = await files.OrderByDescending(a => a.File.At).Take(2000).ToListAsync(cancellation);
        var inside = await index.Find(db, "File", words, marks: null)
            .Join(files, h => h.SourceId, f => f.File.Id, (h, f) => new { f.File, f.Number, h.Seq })
            .OrderByDescending(f => f.Seq)
            .Take(MostRanked)
            .ToListAsync(cancellation);
        var hits = names.FindAll(f => HasAll(words, VietnameseText.Fold(f.File.FileName)))
            .ConvertAll(f => (f.File, f.Number, IsInside: false));
        hits.AddRange(inside.FindAll(f => !hits.Exists(h => h.File.Id == f.File.Id)).ConvertAll(f => (f.File, f.Number, IsInside: true)));
        var hidden = await OfWholeFormsAsync(db, hits.ConvertAll(h => h.File), scope, cancellation);
        return [.. hits.Where(h => !hidden.Contains(h.File.Id))
            .Take(MaxHits)
            .Select(h => new FileHit(h.File.Id, h.File.FileName, h.Number, h.IsInside))];
    }

    /// <summary>Files sent with a form of which the person sees a share only: their names are not for this person either.</summary>
    private static async Task<HashSet<Guid>> OfWholeFormsAsync(
        PortalDbContext db, List<Attachment> files, AccessScope scope, CancellationToken cancellation)
    {
        var ids = files.Select(f => f.CaseId!.Value).Distinct().ToList();
        var shared = CaseAccess.SharedForms;
        var forms = await db.Submissions.Where(s => ids.Contains(s.CaseId) && shared.Contains(s.FormKey)).ToListAsync(cancellation);
        ids = [.. forms.Select(s => s.CaseId).Distinct()];
        var cases = await db.Cases.Include(c => c.Areas).Include(c => c.People).AsSplitQuery()
            .Where(c => ids.Contains(c.Id)).ToDictionaryAsync(c => c.Id, cancellation);
        return
        [
            .. files.Where(f => forms.Exists(s =>
                    s.CaseId == f.CaseId && s.Names(f) && !CaseAccess.CanReadWhole(scope, cases[s.CaseId], s)))
                .Select(f => f.Id),
        ];
    }

    private static bool HasAll(List<string> words, string folded) =>
        words.TrueForAll(w => folded.Contains(w, StringComparison.Ordinal));

    /// <summary>The parts of folded text that the index knows as words: letters and digits together.</summary>
    internal static List<string> WordsOf(string folded) =>
        [.. string.Concat(folded.Select(c => char.IsLetterOrDigit(c) ? c : ' '))
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Distinct()];

    // The query as it was typed before its words apart, whole words before beginnings, then the newest.
    private static List<Guid> Best(List<SearchHit> hits, string folded, List<string> words) =>
        [.. hits.OrderByDescending(h => Score($" {h.Text} ", folded, words))
            .ThenByDescending(h => h.Seq)
            .Take(MaxHits)
            .Select(h => h.SourceId)];

    private static int Score(string text, string folded, List<string> words) =>
        (text.StartsWith($" {folded} ", StringComparison.Ordinal) ? 4 : 0)
            + (text.Contains(folded, StringComparison.Ordinal) ? 2 : 0)
            + (text.Contains(words[^1] + ' ', StringComparison.Ordinal) ? 1 : 0);

    /// <summary>
    /// Every place where something could be seen; null where that is everywhere. Wider than the right itself, which is checked on the rows.
    /// </summary>
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
            marks.Add($"d{one.DepartmentId}");
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
            if (i < text.Length
                && (char.IsLetterOrDigit(text[i])
                    || char.GetUnicodeCategory(text[i]) == System.Globalization.UnicodeCategory.NonSpacingMark))
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
