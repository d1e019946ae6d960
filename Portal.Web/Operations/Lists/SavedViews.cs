using Microsoft.EntityFrameworkCore;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Organisation;

namespace Portal.Web.Operations.Lists;

/// <summary>Views of lists that people keep under a name; each person one's own.</summary>
public sealed class SavedViews(PortalOperations operations)
{
    /// <summary>Of one list.</summary>
    public const int Most = 20;

    private const int MaxQuery = 400;

    public Task<List<SavedView>> MineAsync(Actor actor, string listId, CancellationToken cancellation = default) =>
        operations.ReadAsync(
            db => db.SavedViews.Where(v => v.PersonId == actor.PersonId && v.ListId == listId).OrderBy(v => v.Id).ToListAsync(cancellation),
            cancellation);

    /// <summary>Keeps a view; one of the same name is replaced.</summary>
    public Task<Result> SaveAsync(Actor actor, string listId, string name, string query, CancellationToken cancellation = default) =>
        operations.RunAsync(actor, async o =>
        {
            var called = PlainText.CleanLine(name).Trim();
            if (called.Length == 0)
            {
                return SavedViewRefusals.NoName;
            }

            if (called.Length > SavedView.MaxName || query.Length > MaxQuery || listId.Length > MaxQuery)
            {
                return SavedViewRefusals.TooLong(SavedView.MaxName);
            }

            // The names lie sealed: the database cannot look for one.
            var mine = await o.Db.SavedViews.Where(v => v.PersonId == actor.PersonId && v.ListId == listId).ToListAsync(cancellation);
            if (mine.Find(v => string.Equals(v.Name, called, StringComparison.OrdinalIgnoreCase)) is { } same)
            {
                same.Query = query;
                return Result.Ok;
            }

            if (mine.Count >= Most)
            {
                return SavedViewRefusals.TooMany(Most);
            }

            o.Db.SavedViews.Add(new SavedView { PersonId = actor.PersonId, ListId = listId, Name = called, Query = query });
            return Result.Ok;
        }, cancellation: cancellation);

    public Task<Result> DeleteAsync(Actor actor, Guid id, CancellationToken cancellation = default) =>
        operations.RunAsync(actor, async o =>
        {
            if (await o.Db.SavedViews.FirstOrDefaultAsync(v => v.Id == id && v.PersonId == actor.PersonId, cancellation) is not { } view)
            {
                return Refusal.NotFound;
            }

            o.Db.SavedViews.Remove(view);
            return Result.Ok;
        }, cancellation: cancellation);
}
