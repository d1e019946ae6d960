using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Forms;
using Portal.Domain.Organisation;
using Portal.Domain.ReportItems;
using Portal.Workflows.Runtime.Openings;

namespace Portal.Web.Operations.ReportItems;

/// <summary>
/// What people do with items of areas (Đ5.1). Who may not read an item is told that there is none; a leader's substitute acts in the
/// leader's place; of two who act at once the second is told of the first.
/// </summary>
public sealed class ReportItemActs(PortalOperations operations, RequestTurns turns)
{
    private static readonly NewItemValidator NewRules = new();

    private static readonly Dictionary<ReportItemAct, ItemWordsValidator<ItemWordsInput>> WordRules = ReportItemForms.Acts
        .Where(a => ReportItemForms.Of(a).InputType == typeof(ItemWordsInput))
        .ToDictionary(a => a, a => new ItemWordsValidator<ItemWordsInput>(a));

    private static readonly ItemWordsValidator<ItemDirectiveInput> DirectiveRules = new(ReportItemAct.Direct);
    private static readonly ItemWordsValidator<ItemReleaseInput> ReleaseRules = new(ReportItemAct.Release);
    private static readonly ItemWordsValidator<ItemLevelInput> LevelRules = new(ReportItemAct.ChangeLevel);
    private static readonly ItemWordsValidator<ItemMergerInput> MergerRules = new(ReportItemAct.Merge);

    /// <summary>What the draft of an act is kept under.</summary>
    public static string DraftOf(Guid id, ReportItemAct act) => $"item:{id:N}:{act}";

    /// <summary>What the draft of an item is kept under that is entered by itself.</summary>
    public const string NewDraft = "item:new";

    /// <summary>Enters an item by itself.</summary>
    /// <returns>Its id.</returns>
    public async Task<Result<Guid>> EnterAsync(
        Actor actor, JsonObject form, RequestKey? key = null, DateTime? at = null, CancellationToken cancellation = default)
    {
        using var turn = await turns.EnterAsync(actor.PersonId, key, cancellation);
        return await operations.RunAsync(
            actor, o => o.OnceAsync(key, () => Task.FromResult(Enter(o, form)), cancellation), at, cancellation);
    }

    /// <param name="version">Of the item as the person saw it; null for one who saw none.</param>
    /// <returns>The version after it.</returns>
    public async Task<Result<int>> ActAsync(
        Actor actor, Guid id, ReportItemAct act, JsonObject form, int? version = null, RequestKey? key = null, DateTime? at = null,
        CancellationToken cancellation = default)
    {
        using var turn = await turns.EnterAsync(actor.PersonId, key, cancellation);
        return await operations.RunAsync(
            actor,
            o => o.OnceAsync(key, () => ActAsync(o, id, act, form, version, cancellation), cancellation),
            at,
            cancellation);
    }

    private static Result<Guid> Enter(Operation o, JsonObject form)
    {
        var input = FormInput.Read(form, NewRules);
        var entered = input.IsSuccess ? ReportItem.Enter(input.Value, o.Context) : input.Refusal;
        if (!entered.IsSuccess)
        {
            return entered.Refusal;
        }

        var item = entered.Value;
        o.Db.ReportItems.Add(item);
        Tell(o, ReportItemNotices.OfNew(item, o.Context));
        o.Store.RemoveDraft(o.Context.Actor.PersonId, NewDraft);
        o.Audit("Item.Entered", item.Id.ToString(), AreaOf(item));
        return item.Id;
    }

    /// <summary>The act as a part of something greater, in the same commit.</summary>
    internal static async Task<Result<int>> ActAsync(
        Operation o, Guid id, ReportItemAct act, JsonObject form, int? version, CancellationToken cancellation)
    {
        var person = o.Context.Actor.PersonId;
        if (!ReportItemForms.Acts.Contains(act) || await FindAsync(o, id, cancellation) is not { } item)
        {
            return Refusal.NotFound;
        }

        if (version is { } seen && seen != item.Version)
        {
            return await MeanwhileAsync(o, item, cancellation);
        }

        var context = ActingOn(item, act, o.Context);
        var done = await DoAsync(o, item, act, form, context, cancellation);
        if (!done.IsSuccess)
        {
            return done.Refusal;
        }

        Tell(o, ReportItemNotices.Of(item, context));
        o.Store.RemoveDraft(person, DraftOf(id, act));
        o.Store.Touch(id, [person]);
        o.Audit($"Item.{act}", id.ToString(), AreaOf(item), actingFor: context.ActingForId);
        return item.Version;
    }

    /// <summary>In whose place the person would do it: in their own right, else for a leader they stand in for .</summary>
    public static CaseContext ActingOn(ReportItem item, ReportItemAct act, CaseContext context)
    {
        var errand = new Errand(ReportItemAccess.Errand, item.Sensitivity != Sensitivity.Normal, item.GoesToHead);
        return item.WhyNot(act, context) is null
            ? context
            : context.Directory.StandsInFor(context.Actor.PersonId, context.Today)
                .Where(g => g.Covers(errand, context.Today))
                .Select(g => context with { ActingForId = g.PrincipalId })
                .FirstOrDefault(c => item.WhyNot(act, c) is null) ?? context;
    }

    private static async Task<ReportItem?> FindAsync(Operation o, Guid id, CancellationToken cancellation)
    {
        var scope = AccessScope.Of(o.Context.Actor.PersonId, o.Context.Directory, o.Context.Today);
        return await o.Db.ReportItems.Where(ReportItemAccess.Readable(scope)).FirstOrDefaultAsync(i => i.Id == id, cancellation);
    }

    private static async Task<Refusal> MeanwhileAsync(Operation o, ReportItem item, CancellationToken cancellation)
    {
        var last = await o.Db.ReportItemEntries.Where(e => e.ItemId == item.Id).OrderByDescending(e => e.At)
            .FirstOrDefaultAsync(cancellation);
        return Refusal.ChangedMeanwhile(
            o.Context.Directory.NameOf(last?.PersonId ?? item.AuthorId),
            last?.At ?? item.CreatedAt,
            last is null ? "" : $"item-act.{last.Act}");
    }

    private static async Task<Result> DoAsync(
        Operation o, ReportItem item, ReportItemAct act, JsonObject form, CaseContext context, CancellationToken cancellation)
    {
        switch (act)
        {
            case ReportItemAct.Direct:
                return await ReadAsync(form, DirectiveRules, input => DirectAsync(o, item, input, context, cancellation));
            case ReportItemAct.Merge:
                return await ReadAsync(form, MergerRules, input => MergeAsync(o, item, input, context, cancellation));
            case ReportItemAct.Release:
                return await ReadAsync(form, ReleaseRules, input => Task.FromResult(item.Release(input, context)));
            case ReportItemAct.ChangeLevel:
                return await ReadAsync(form, LevelRules, input => Task.FromResult(item.ChangeLevel(input, context)));
            default:
                return await ReadAsync(form, WordRules[act], input => Task.FromResult(Say(item, act, input, context)));
        }
    }

    private static Result Say(ReportItem item, ReportItemAct act, ItemWordsInput input, CaseContext context) => act switch
    {
        ReportItemAct.Report => item.Report(input, context),
        ReportItemAct.Start => item.Start(input, context),
        ReportItemAct.Note => item.Note(input, context),
        ReportItemAct.Resolve => item.Resolve(input, context),
        ReportItemAct.Reject => item.Reject(input, context),
        ReportItemAct.CarryOver => item.CarryOver(input, context),
        ReportItemAct.Reopen => item.Reopen(input, context),
        ReportItemAct.Recall => item.Recall(input, context),
        ReportItemAct.Answer => item.Answer(input, context),
        _ => Refusal.NotFound,
    };

    // Whether the directive is allowed is asked before anything is made of it.
    private static async Task<Result> DirectAsync(
        Operation o, ReportItem item, ItemDirectiveInput input, CaseContext context, CancellationToken cancellation)
    {
        if (!input.GivesTask() || item.WhyNot(ReportItemAct.Direct, context) is not null || item.TaskId is not null)
        {
            return item.Direct(input, null, context);
        }

        var opened = await o.Cases.OpenByEventAsync(
            CaseEvents.ItemDirected, new ItemDirected(item, input), item.Sensitivity, context, cancellation);
        return opened.IsSuccess
            ? item.Direct(input, opened.Value.Select(r => (Guid?)r.CaseId).FirstOrDefault(), context)
            : At(opened.Refusal);
    }

    // What the task calls its content is the directive here.
    private static Refusal At(Refusal refusal) =>
        refusal with { Fields = [.. refusal.Fields.Select(f => f.Path == "content" ? f with { Path = "words" } : f)] };

    private static async Task<Result> MergeAsync(
        Operation o, ReportItem item, ItemMergerInput input, CaseContext context, CancellationToken cancellation) =>
        await FindAsync(o, input.IntoId!.Value, cancellation) is { } into ? item.Merge(into, input, context) : Refusal.NotFound;

    private static async Task<Result> ReadAsync<T>(JsonObject form, ItemWordsValidator<T> rules, Func<T, Task<Result>> then)
        where T : class, IItemWords
    {
        var input = FormInput.Read(form, rules);
        return input.IsSuccess ? await then(input.Value) : input.Refusal;
    }

    // Of what is Restricted the trail says not even the area.
    private static string AreaOf(ReportItem item) => item.Sensitivity == Sensitivity.Normal ? item.AreaId : "";

    private static void Tell(Operation o, IEnumerable<Notification> notices)
    {
        foreach (var notice in notices)
        {
            o.Db.Notifications.Add(notice);
            o.Store.Touch(notice.ItemId!.Value, [notice.PersonId]);
        }
    }
}
