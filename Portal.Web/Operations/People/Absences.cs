using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Areas;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Organisation;
using Portal.Workflows.Runtime;

namespace Portal.Web.Operations.People;

/// <summary>S-13, X-09: being away and standing in. Each person sees and changes only what concerns the person.</summary>
public sealed class Absences(PortalOperations operations, ProcessCatalogue processes, ReferenceCache reference)
{
    private const int MaxRows = 50;

    public async Task<AbsenceView> MineAsync(Actor actor, CancellationToken cancellation = default)
    {
        var context = await operations.ContextAsync(actor, cancellation: cancellation);
        return await operations.ReadAsync(async db => new AbsenceView(
            await db.Absences.Where(a => a.PersonId == actor.PersonId)
                .OrderByDescending(a => a.ValidFrom)
                .Take(MaxRows)
                .ToListAsync(cancellation),
            await db.Delegations.Where(d => d.PrincipalId == actor.PersonId)
                .OrderByDescending(d => d.ValidFrom)
                .Take(MaxRows)
                .ToListAsync(cancellation),
            await db.Delegations.Where(d => d.DelegateId == actor.PersonId)
                .OrderByDescending(d => d.ValidFrom)
                .Take(MaxRows)
                .ToListAsync(cancellation),
            AbsenceRules.MayDelegate(context.Directory, actor.PersonId, context.Today)), cancellation);
    }

    /// <summary>What this person was asked to stand in for and has neither taken nor declined, the first to begin first.</summary>
    public async Task<IReadOnlyList<DelegationGrant>> AwaitedAsync(Actor actor, CancellationToken cancellation = default)
    {
        var today = (await operations.ContextAsync(actor, cancellation: cancellation)).Today;
        return await operations.ReadAsync(
            db => db.Delegations
                .Where(d => d.DelegateId == actor.PersonId && d.AcceptedAt == null && d.RevokedAt == null && d.ValidTo >= today)
                .OrderBy(d => d.ValidFrom)
                .Take(MaxRows)
                .ToListAsync(cancellation),
            cancellation);
    }

    /// <summary>Registers an absence; the substitute, if one is named, is told and has to accept.</summary>
    public Task<Result> RegisterAsync(Actor actor, JsonObject form, CancellationToken cancellation = default) => ChangeAsync(actor, o =>
    {
        var made = AbsenceRules.Register(actor.PersonId, form, [.. processes.All.Select(p => p.Key)], o.Context.Directory, o.Context.Today);
        if (!made.IsSuccess)
        {
            return Task.FromResult<Result>(made.Refusal);
        }

        o.Db.Absences.Add(made.Value.Absence);
        o.Audit("Absence.Registered", actor.PersonId, Period(made.Value.Absence));
        if (made.Value.Grant is { } grant)
        {
            o.Db.Delegations.Add(grant);
            o.Audit(
                "Delegation.Granted",
                grant.DelegateId,
                $"{Period(grant)} {grant.ProcessKeys}{(grant.IncludesRestricted ? " +Restricted" : "")}"
                    + (grant.IncludesHeadOnly ? " +HeadOnly" : ""));
            Tell(o, grant, grant.DelegateId);
        }

        return Task.FromResult(Result.Ok);
    }, cancellation);

    /// <summary>The substitute says yes: from then on, within the period, it counts.</summary>
    public Task<Result> AcceptAsync(Actor actor, Guid grantId, CancellationToken cancellation = default) =>
        OnGrantAsync(actor, grantId, "Delegation.Accepted", (grant, now) => grant.Accept(actor.PersonId, now), cancellation);

    /// <summary>Either side ends it, or declines it.</summary>
    public Task<Result> RevokeAsync(Actor actor, Guid grantId, CancellationToken cancellation = default) =>
        OnGrantAsync(actor, grantId, "Delegation.Revoked", (grant, now) => grant.Revoke(actor.PersonId, now), cancellation);

    /// <summary>Back earlier: the absence ended yesterday; one that has not begun is withdrawn.</summary>
    public Task<Result> EndAbsenceAsync(Actor actor, Guid absenceId, CancellationToken cancellation = default) =>
        ChangeAsync(actor, async o =>
        {
            if (await o.Db.Absences.FirstOrDefaultAsync(
                a => a.Id == absenceId && a.PersonId == actor.PersonId, cancellation) is not { } absence)
            {
                return Refusal.NotFound;
            }

            absence.End(o.Context.Today, o.Context.Now);
            o.Audit("Absence.Ended", actor.PersonId, Period(absence));
            return Result.Ok;
        }, cancellation);

    private Task<Result> OnGrantAsync(
        Actor actor, Guid grantId, string act, Func<DelegationGrant, DateTime, Result> verb, CancellationToken cancellation) =>
        ChangeAsync(actor, async o =>
        {
            // People on neither side do not learn that the delegation exists.
            if (await o.Db.Delegations.FirstOrDefaultAsync(d => d.Id == grantId, cancellation) is not { } grant
                || (grant.DelegateId != actor.PersonId && grant.PrincipalId != actor.PersonId))
            {
                return Refusal.NotFound;
            }

            var done = verb(grant, o.Context.Now);
            if (done.IsSuccess)
            {
                o.Audit(act, grant.DelegateId, Period(grant));
                Tell(o, grant, actor.PersonId == grant.DelegateId ? grant.PrincipalId : grant.DelegateId);
            }

            return done;
        }, cancellation);

    private async Task<Result> ChangeAsync(Actor actor, Func<Operation, Task<Result>> verb, CancellationToken cancellation)
    {
        var done = await operations.RunAsync(actor, verb, cancellation: cancellation);
        if (done.IsSuccess)
        {
            reference.Invalidate();
        }

        return done;
    }

    private static void Tell(Operation o, DelegationGrant grant, string personId)
    {
        o.Db.Notifications.Add(new Notification
        {
            PersonId = personId,
            Kind = NotificationKind.Delegation,
            Text = DelegationDays.TextOf(grant, o.Context),
            At = o.Context.Now,
        });
        o.Store.Touch(Guid.Empty, [personId]);
    }

    private static string Period(IEffectiveDated dated) => DelegationDays.PeriodOf(dated);
}
