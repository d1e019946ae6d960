using Portal.Web.Persistence;

namespace Portal.Web.Operations.Searching;

/// <summary>The full-text index. SQLite's here; another database brings its own.</summary>
public interface ISearchIndex
{
    /// <summary>Hits of a kind (<c>Case</c>, <c>Item</c>, <c>File</c>), to be narrowed to what the person may see before they are counted.
    /// </summary>
    /// <param name="words">Folded; every one must be found, the last as the beginning of a word.</param>
    /// <param name="marks">
    /// Where a hit must lie: <c>gN03</c> group, <c>aA017</c> area, <c>pS31</c> person, <c>kfield-trip</c> process, any of them.
    /// Null: anywhere. It only spares the database what could not be seen anyway; the right is checked on the case.
    /// </param>
    IQueryable<SearchHit> Find(PortalDbContext db, string kind, IReadOnlyList<string> words, IReadOnlyCollection<string>? marks);
}
