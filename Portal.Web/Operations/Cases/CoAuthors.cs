using Microsoft.EntityFrameworkCore;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Organisation;
using Portal.Web.Persistence;
using Portal.Workflows.Runtime;

namespace Portal.Web.Operations.Cases;

/// <summary>
/// colleagues whom the author of a draft lets write in it. Whether they still may is asked at each reading and each saving; with the
/// draft their invitation goes.
/// </summary>
public sealed class CoAuthors(PortalOperations operations, ProcessCatalogue processes)
{
    /// <summary>Who writes in one's own draft, by name; and which colleagues one could invite.</summary>
    public async Task<(IReadOnlyList<DraftCoAuthor> Invited, IReadOnlyList<string> Others)> OfAsync(
        Actor actor, string subject, string formKey, CancellationToken cancellation = default)
    {
        var context = await operations.ContextAsync(actor, cancellation: cancellation);
        if (processes.Form(formKey) is not { IsWrittenTogether: true } form)
        {
            return ([], []);
        }

        var (directory, me) = (context.Directory, actor.PersonId);
        return await operations.ReadAsync(async db =>
        {
            var invited = await db.CoAuthors.Where(c => c.AuthorId == me && c.Subject == subject).ToListAsync(cancellation);
            var on = await CaseOfAsync(db, subject, cancellation);
            var colleagues = directory.GroupsOf(me, context.Today).SelectMany(g => directory.MembersOf(g, context.Today)).Distinct()
                .Where(p => !invited.Exists(i => i.PersonId == p)
                    && DraftCoAuthor.WhyNot(me, p, form, on, directory, context.Today) is null);
            IReadOnlyList<DraftCoAuthor> byName =
                [.. invited.OrderBy(i => directory.Person(i.PersonId)?.SortKey, StringComparer.Ordinal)];
            return (byName, (IReadOnlyList<string>)[.. colleagues.OrderBy(p => directory.Person(p)?.SortKey, StringComparer.Ordinal)]);
        }, cancellation);
    }

    /// <summary>Invites a colleague to one's own draft, and tells them.</summary>
    public Task<Result> InviteAsync(Actor actor, string subject, string personId, CancellationToken cancellation = default) =>
        operations.RunAsync(actor, async o =>
        {
            var me = actor.PersonId;
            if (await o.Db.Drafts.FirstOrDefaultAsync(d => d.PersonId == me && d.Subject == subject, cancellation) is not { } draft
                || processes.Form(draft.FormKey) is not { } form)
            {
                return Refusal.NotFound;
            }

            var on = await CaseOfAsync(o.Db, subject, cancellation);
            if (DraftCoAuthor.WhyNot(me, personId, form, on, o.Context.Directory, o.Context.Today) is { } refusal)
            {
                return refusal;
            }

            if (await o.Db.CoAuthors.AnyAsync(c => c.AuthorId == me && c.Subject == subject && c.PersonId == personId, cancellation))
            {
                return Result.Ok;
            }

            o.Db.CoAuthors.Add(new DraftCoAuthor { AuthorId = me, Subject = subject, PersonId = personId, At = o.Context.Now });
            o.Db.Notifications.Add(new Notification
            {
                PersonId = personId,
                Kind = NotificationKind.InvitedToWrite,
                Text = LocalText.Join(LocalText.Of("Notice.InvitedToWrite", actor.Name), LocalText.Of($"form.{draft.FormKey}")),
                At = o.Context.Now,
            });
            o.Audit("Draft.Shared", personId, draft.FormKey, caseId: on?.Id);
            o.Store.Touch(Guid.Empty, [personId]);
            return Result.Ok;
        }, cancellation: cancellation);

    /// <summary>The author takes an invitation back, or who was invited leaves.</summary>
    public Task<Result> EndAsync(Actor actor, Guid invitationId, CancellationToken cancellation = default) =>
        operations.RunAsync(actor, async o =>
        {
            if (await o.Db.CoAuthors.FirstOrDefaultAsync(c => c.Id == invitationId, cancellation) is not { } invitation
                || (invitation.AuthorId != actor.PersonId && invitation.PersonId != actor.PersonId))
            {
                return Refusal.NotFound;
            }

            o.Db.CoAuthors.Remove(invitation);
            o.Audit("Draft.Unshared", invitation.PersonId);
            o.Store.Touch(Guid.Empty, [invitation.PersonId]);
            return Result.Ok;
        }, cancellation: cancellation);

    /// <summary>Drafts of others in which one may write now, the latest first.</summary>
    public async Task<IReadOnlyList<SharedDraft>> MineAsync(Actor actor, CancellationToken cancellation = default)
    {
        var context = await operations.ContextAsync(actor, cancellation: cancellation);
        return await operations.ReadAsync(
            db => SharedAsync(db, db.CoAuthors.Where(c => c.PersonId == actor.PersonId), context, cancellation), cancellation);
    }

    public async Task<Result<SharedDraft>> OpenAsync(Actor actor, Guid invitationId, CancellationToken cancellation = default)
    {
        var context = await operations.ContextAsync(actor, cancellation: cancellation);
        var found = await operations.ReadAsync(
            db => SharedAsync(
                db, db.CoAuthors.Where(c => c.Id == invitationId && c.PersonId == actor.PersonId), context, cancellation),
            cancellation);
        return found is [var shared] ? shared : Refusal.NotFound;
    }

    /// <summary>Whether a person may write in a draft of somebody else now.</summary>
    internal async Task<bool> MayWriteAsync(
        PortalDbContext db, CaseContext context, string authorId, string subject, CancellationToken cancellation)
    {
        var me = context.Actor.PersonId;
        var invitations = db.CoAuthors.Where(c => c.AuthorId == authorId && c.Subject == subject && c.PersonId == me);
        return await SharedAsync(db, invitations, context, cancellation) is [_];
    }

    // Few a person; the cases of them in one query.
    private async Task<List<SharedDraft>> SharedAsync(
        PortalDbContext db, IQueryable<DraftCoAuthor> invitations, CaseContext context, CancellationToken cancellation)
    {
        var found = await invitations
            .Join(
                db.Drafts,
                c => new { Author = c.AuthorId, c.Subject },
                d => new { Author = d.PersonId, d.Subject },
                (c, d) => new { Invitation = c, d.FormKey, d.SavedAt })
            .OrderByDescending(d => d.SavedAt)
            .ToListAsync(cancellation);
        var tasks = found.Select(f => TaskOf(f.Invitation.Subject)).OfType<Guid>().ToList();
        var ofTask = tasks.Count == 0 ? [] : await db.UserTasks.Where(t => tasks.Contains(t.Id))
            .ToDictionaryAsync(t => t.Id, t => t.CaseId, cancellation);
        var cases = ofTask.Count == 0 ? [] : await db.Cases.Include(c => c.Areas).Include(c => c.People)
            .Where(c => ofTask.Values.Contains(c.Id)).ToDictionaryAsync(c => c.Id, cancellation);
        return
        [
            .. found.Select(f =>
            {
                var task = TaskOf(f.Invitation.Subject);
                var on = task is { } id && ofTask.TryGetValue(id, out var caseId) ? cases.GetValueOrDefault(caseId) : null;
                return new SharedDraft(
                    f.Invitation, f.FormKey, on?.ProcessKey ?? ProcessOf(f.Invitation.Subject) ?? "", task, on, f.SavedAt);
            })
                .Where(s => (s.TaskId is null || s.On is not null) && processes.Form(s.FormKey) is { } form && DraftCoAuthor.WhyNot(
                    s.Invitation.AuthorId, s.Invitation.PersonId, form, s.On, context.Directory, context.Today) is null),
        ];
    }

    private static async Task<Case?> CaseOfAsync(PortalDbContext db, string subject, CancellationToken cancellation) =>
        TaskOf(subject) is not { } task
            ? null
            : await db.Cases.AsNoTracking().Include(c => c.Areas).Include(c => c.People)
                .FirstOrDefaultAsync(c => db.UserTasks.Any(t => t.Id == task && t.CaseId == c.Id), cancellation);

    private static Guid? TaskOf(string subject) =>
        subject.Split(':') is ["task", var id, ..] && Guid.TryParse(id, out var task) ? task : null;

    private static string? ProcessOf(string subject) => subject.Split(':') is ["start", var process, ..] ? process : null;
}
