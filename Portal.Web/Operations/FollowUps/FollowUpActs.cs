using System.Text.Json.Nodes;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.FollowUps;
using Portal.Domain.Forms;
using Portal.Domain.Organisation;

namespace Portal.Web.Operations.FollowUps;

/// <summary>
/// What people note and do with what was noted. Who may not read a record is told that there is none; a substitute acts in the place of
/// whom they stand in for; of two who act at once the second is told of the first.
/// </summary>
public sealed class FollowUpActs(PortalOperations operations, RequestTurns turns, IEnumerable<IFollowedSource> sources)
{
    private static readonly Dictionary<FollowUpAct, FollowUpWordsValidator> Rules =
        Enum.GetValues<FollowUpAct>().ToDictionary(a => a, a => new FollowUpWordsValidator(a));

    /// <summary>What the draft of a record is kept under that is being noted.</summary>
    public static string NewDraft(FollowedKind kind) => $"{kind}:new";

    /// <summary>What the draft of an act is kept under.</summary>
    public static string DraftOf(Guid id, FollowUpAct act) => $"follow-up:{id:N}:{act}";

    /// <returns>Its id.</returns>
    public async Task<Result<Guid>> EnterAsync(
        Actor actor, FollowedKind kind, JsonObject form, RequestKey? key = null, DateTime? at = null,
        CancellationToken cancellation = default)
    {
        using var turn = await turns.EnterAsync(actor.PersonId, key, cancellation);
        return await operations.RunAsync(
            actor, o => o.OnceAsync(key, () => Task.FromResult(Enter(o, kind, form)), cancellation), at, cancellation);
    }

    /// <param name="version">Of the record as the person saw it; null for one who saw none.</param>
    /// <returns>The version after it.</returns>
    public async Task<Result<int>> ActAsync(
        Actor actor, FollowedKind kind, Guid id, FollowUpAct act, JsonObject form, int? version = null, RequestKey? key = null,
        DateTime? at = null, CancellationToken cancellation = default)
    {
        using var turn = await turns.EnterAsync(actor.PersonId, key, cancellation);
        return await operations.RunAsync(
            actor,
            o => o.OnceAsync(key, () => ActAsync(o, kind, id, act, form, version, cancellation), cancellation),
            at,
            cancellation);
    }

    /// <summary>In whose place the person would do it: in their own right, else for somebody they stand in for .</summary>
    public static CaseContext ActingOn(FollowedRecord record, FollowUpAct act, CaseContext context)
    {
        var errand = new Errand(FollowUpAccess.Errand, record.Sensitivity != Sensitivity.Normal);
        return record.WhyNot(act, context) is null
            ? context
            : context.Directory.StandsInFor(context.Actor.PersonId, context.Today)
                .Where(g => g.Covers(errand, context.Today))
                .Select(g => context with { ActingForId = g.PrincipalId })
                .FirstOrDefault(c => record.WhyNot(act, c) is null) ?? context;
    }

    private Result<Guid> Enter(Operation o, FollowedKind kind, JsonObject form)
    {
        var entered = sources.First(s => s.Kind == kind).Enter(form, o.Context);
        if (!entered.IsSuccess)
        {
            return entered.Refusal;
        }

        var record = entered.Value;
        o.Db.Add(record);
        o.Store.RemoveDraft(o.Context.Actor.PersonId, NewDraft(kind));
        o.Audit($"{kind}.Entered", record.Id.ToString(), AreaOf(record));
        return record.Id;
    }

    private async Task<Result<int>> ActAsync(
        Operation o, FollowedKind kind, Guid id, FollowUpAct act, JsonObject form, int? version, CancellationToken cancellation)
    {
        var person = o.Context.Actor.PersonId;
        var scope = AccessScope.Of(person, o.Context.Directory, o.Context.Today);
        if (!Rules.TryGetValue(act, out var rules)
            || await sources.First(s => s.Kind == kind).FindAsync(o.Db, id, scope, cancellation) is not { } record)
        {
            return Refusal.NotFound;
        }

        if (version is { } seen && seen != record.Version)
        {
            return Refusal.ChangedMeanwhile(
                o.Context.Directory.NameOf(record.EndedById ?? record.AuthorId), record.EndedAt ?? record.CreatedAt,
                $"followed-state.{record.State}");
        }

        var input = FormInput.Read(form, rules);
        if (!input.IsSuccess)
        {
            return input.Refusal;
        }

        var context = ActingOn(record, act, o.Context);
        var done = act == FollowUpAct.Settle ? record.Settle(input.Value, context) : record.Cancel(input.Value, context);
        if (!done.IsSuccess)
        {
            return done.Refusal;
        }

        o.Store.RemoveDraft(person, DraftOf(id, act));
        o.Audit($"{kind}.{act}", id.ToString(), AreaOf(record), actingFor: context.ActingForId);
        return record.Version;
    }

    // Of what is Restricted the trail says not even the area.
    private static string AreaOf(FollowedRecord record) => record.Sensitivity == Sensitivity.Normal ? record.AreaId : "";
}
