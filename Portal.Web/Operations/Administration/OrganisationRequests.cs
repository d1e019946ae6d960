using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Administration;
using Portal.Domain.Areas;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Forms;
using Portal.Domain.Organisation;
using Portal.Web.Processes;

namespace Portal.Web.Operations.Administration;

/// <summary>
/// Acts that move areas, groups and charges (Đ2.1, Đ2.3): shown with all that goes along, asked for by an administrator, carried out when a
/// leader approves, taken back within a day.
/// </summary>
public sealed class OrganisationRequests(
    PortalOperations operations, ReferenceCache reference, OrganisationImports imports, IEnumerable<IPlannedMatters> planned)
{
    private const int MostListed = 50;
    private const int LongestInNotice = 300;
    private const int MostNamed = 4;

    /// <summary>What an act would do; nothing is stored.</summary>
    /// <param name="known">What the form opened with.</param>
    public async Task<Result<OrganisationPreview>> PreviewAsync(
        Actor actor, string actKey, string rowId, JsonObject form, JsonObject? known = null, CancellationToken cancellation = default)
    {
        OrganisationPreview? preview = null;
        var done = await operations.RunAsync(actor, async o =>
        {
            if (!OrganisationAdministration.IsAdministrator(o.Context))
            {
                return Refusal.Forbidden;
            }

            var tried = await TriedAct.MakeAsync(o, actKey, rowId, form, known, cancellation);
            if (!tried.IsSuccess)
            {
                return tried.Refusal;
            }

            preview = await ShowAsync(o, tried.Value, form, cancellation);
            return Result.From(AdministrationRefusals.OnlyTried);
        }, cancellation: cancellation);
        return preview is not null && done.Refusal == AdministrationRefusals.OnlyTried ? preview : done.Refusal!;
    }

    /// <summary>Sends what was shown to the leaders; carries it out at once where none has to approve what it changes.</summary>
    /// <param name="known">What the form opened with; null where it is not compared.</param>
    /// <param name="word">What the leaders are told with it; may be empty.</param>
    /// <param name="shown">What the person saw; where it would now do something else, nothing is done. Null where nobody looked.</param>
    /// <returns>The request.</returns>
    public async Task<Result<Guid>> AskAsync(
        Actor actor, string actKey, string rowId, JsonObject form, JsonObject? known, string word,
        IReadOnlyList<ChangedRow>? shown = null, DateTime? at = null, CancellationToken cancellation = default)
    {
        var asked = await operations.RunAsync(
            actor, o => AskAsync(o, actKey, rowId, form, known, word, shown, cancellation), at, cancellation);
        if (asked.IsSuccess)
        {
            reference.Invalidate();
        }

        return asked;
    }

    /// <summary>A leader approves, and it is carried out in the same operation; or returns it.</summary>
    /// <param name="words">At least ten characters where it is returned.</param>
    public async Task<Result> DecideAsync(
        Actor actor, Guid id, bool approves, string words, DateTime? at = null, CancellationToken cancellation = default)
    {
        var done = await operations.RunAsync(actor, async o =>
        {
            if (!MayRead(o.Context))
            {
                return Refusal.Forbidden;
            }

            if (await o.Db.OrganisationRequests.FirstOrDefaultAsync(r => r.Id == id, cancellation) is not { } request)
            {
                return Refusal.NotFound;
            }

            if (request.WhyNotDecidable(actor.PersonId, o.Context.Directory, o.Context.Today) is { } refusal)
            {
                return refusal;
            }

            if (WhyNotWords(words, approves) is { } wrong)
            {
                return wrong;
            }

            return approves
                ? await ApproveAsync(o, request, PlainText.Clean(words), cancellation)
                : Return(o, request, PlainText.Clean(words));
        }, at, cancellation);
        if (done.IsSuccess && approves)
        {
            reference.Invalidate();
        }

        return done;
    }

    /// <summary>Whoever asked takes the request back, while no leader has decided on it.</summary>
    public Task<Result> WithdrawAsync(Actor actor, Guid id, CancellationToken cancellation = default) =>
        operations.RunAsync(actor, async o =>
        {
            if (!MayRead(o.Context))
            {
                return Refusal.Forbidden;
            }

            if (await o.Db.OrganisationRequests.FirstOrDefaultAsync(r => r.Id == id, cancellation) is not { } request)
            {
                return Refusal.NotFound;
            }

            var done = request.Withdraw(actor.PersonId, o.Context.Now);
            if (done.IsSuccess)
            {
                o.Store.Touch(Guid.Empty, LeadersBeside(o.Context, actor.PersonId));
                o.Audit("Organisation.requestWithdrawn", SubjectOf(request), request.Act);
            }

            return done;
        }, cancellation: cancellation);

    /// <summary>
    /// Within a day, an administrator or the leader who approved undoes what was carried out; refused when something was built on it, and
    /// the refusal says what.
    /// </summary>
    public async Task<Result> TakeBackAsync(Actor actor, Guid id, CancellationToken cancellation = default)
    {
        var done = await operations.RunAsync(actor, async o =>
        {
            if (!MayRead(o.Context))
            {
                return Refusal.Forbidden;
            }

            if (await o.Db.OrganisationRequests.FirstOrDefaultAsync(r => r.Id == id, cancellation) is not { } request)
            {
                return Refusal.NotFound;
            }

            var isAdministrator = OrganisationAdministration.IsAdministrator(o.Context);
            if (request.WhyNotTakenBack(actor.PersonId, isAdministrator, o.Context.Now) is { } refusal)
            {
                return refusal;
            }

            if (await imports.UndoAsync(o, ImportTrace.Read(request.Trace), cancellation) is { } notUndone)
            {
                return notUndone;
            }

            var changes = OrganisationAdministration.Changes(o.Db);
            var taken = request.TakeBack(actor.PersonId, isAdministrator, o.Context.Now);
            Tell(o, [request.AskedById, request.DecidedById], request, "Notice.OrganisationTakenBack", actor.Name);
            o.Audit("Organisation.requestTakenBack", SubjectOf(request), changes);
            return taken;
        }, cancellation: cancellation);
        if (done.IsSuccess)
        {
            reference.Invalidate();
        }

        return done;
    }

    /// <summary>Requests, the newest first, for administrators and leaders.</summary>
    public async Task<Result<IReadOnlyList<OrganisationRequestRow>>> ListAsync(Actor actor, CancellationToken cancellation = default)
    {
        var context = await operations.ContextAsync(actor, cancellation: cancellation);
        if (!MayRead(context))
        {
            return Refusal.Forbidden;
        }

        var rows = await operations.ReadAsync(
            db => db.OrganisationRequests.OrderByDescending(r => r.AskedAt).Take(MostListed).ToListAsync(cancellation), cancellation);
        return rows.ConvertAll(r => RowOf(r, context));
    }

    /// <summary>What waits for this leader; nothing for anybody else.</summary>
    public async Task<IReadOnlyList<OrganisationRequestRow>> AwaitedAsync(Actor actor, CancellationToken cancellation = default)
    {
        var context = await operations.ContextAsync(actor, cancellation: cancellation);
        if (!context.Directory.IsLeader(actor.PersonId, context.Today))
        {
            return [];
        }

        var open = await operations.ReadAsync(
            db => db.OrganisationRequests
                .Where(r => r.State == OrganisationRequestState.Asked && r.AskedById != actor.PersonId)
                .OrderBy(r => r.AskedAt).ToListAsync(cancellation),
            cancellation);
        return open.ConvertAll(r => RowOf(r, context));
    }

    /// <summary>A request with what it would do now, for administrators and leaders.</summary>
    public async Task<Result<OrganisationRequestView>> FindAsync(Actor actor, Guid id, CancellationToken cancellation = default)
    {
        OrganisationRequestView? view = null;
        var done = await operations.RunAsync(actor, async o =>
        {
            if (!MayRead(o.Context))
            {
                return Refusal.Forbidden;
            }

            if (await o.Db.OrganisationRequests.FirstOrDefaultAsync(r => r.Id == id, cancellation) is not { } request)
            {
                return Refusal.NotFound;
            }

            view = await ViewAsync(o, request, cancellation);
            return Result.From(AdministrationRefusals.OnlyTried);
        }, cancellation: cancellation);
        return view is not null && done.Refusal == AdministrationRefusals.OnlyTried ? view : done.Refusal!;
    }

    private static async Task<Result<Guid>> AskAsync(
        Operation o, string actKey, string rowId, JsonObject form, JsonObject? known, string word, IReadOnlyList<ChangedRow>? shown,
        CancellationToken cancellation)
    {
        if (!OrganisationAdministration.IsAdministrator(o.Context))
        {
            return Refusal.Forbidden;
        }

        if (word.Trim().Length > Reasons.Longest)
        {
            return Refusal.Invalid([new FieldError("word", "Common.TooLong", null, Reasons.Longest)]);
        }

        var tried = await TriedAct.MakeAsync(o, actKey, rowId, form, known, cancellation);
        if (!tried.IsSuccess)
        {
            return tried.Refusal;
        }

        var rows = Written(tried.Value.Rows);
        if (shown is not null && Written(shown) != rows)
        {
            return OrganisationRequestRefusals.ChangedMeanwhile;
        }

        var request = new OrganisationRequest
        {
            Act = actKey,
            RowId = rowId,
            Form = form.ToJsonString(),
            Shown = rows,
            AskedById = o.Context.Actor.PersonId,
            AskedAt = o.Context.Now,
            Word = PlainText.Clean(word.Trim()),
        };
        return tried.Value.NeedsLeader ? Ask(o, request) : DoAtOnce(o, request, tried.Value, form);
    }

    private async Task<OrganisationRequestView> ViewAsync(Operation o, OrganisationRequest request, CancellationToken cancellation)
    {
        var (person, context) = (o.Context.Actor.PersonId, o.Context);
        var rows = JsonSerializer.Deserialize<List<ChangedRow>>(request.Shown)!;
        var view = new OrganisationRequestView(RowOf(request, context), rows, null, null)
        {
            MayDecide = request.WhyNotDecidable(person, context.Directory, context.Today) is null,
            MayWithdraw = request.State == OrganisationRequestState.Asked && request.AskedById == person,
            MayTakeBack = request.WhyNotTakenBack(person, OrganisationAdministration.IsAdministrator(context), context.Now) is null,
        };
        if (request.State != OrganisationRequestState.Asked)
        {
            return view;
        }

        var form = FormOf(request);
        var tried = await TriedAct.MakeAsync(o, request.Act, request.RowId, form, null, cancellation);
        if (!tried.IsSuccess)
        {
            return view with { Problem = tried.Refusal };
        }

        return view with
        {
            Now = await ShowAsync(o, tried.Value, form, cancellation),
            Problem = Written(tried.Value.Rows) == request.Shown ? null : OrganisationRequestRefusals.ChangedMeanwhile,
        };
    }

    private static Result<Guid> DoAtOnce(Operation o, OrganisationRequest request, TriedAct tried, JsonObject form)
    {
        var trace = tried.CarryOut(o, request.RowId, form);
        var done = request.Approve(o.Context.Actor.PersonId, "", trace, o.Context.Now);
        o.Db.OrganisationRequests.Add(request);
        return done.IsSuccess ? request.Id : done.Refusal;
    }

    private static Result<Guid> Ask(Operation o, OrganisationRequest request)
    {
        // It was tried on rows of this operation: they are let go, so that nothing of it is stored.
        o.Db.ChangeTracker.Clear();
        o.Db.OrganisationRequests.Add(request);
        var leaders = LeadersBeside(o.Context, request.AskedById);
        Tell(o, leaders, request, "Notice.OrganisationAsked", o.Context.Actor.Name);
        o.Audit("Organisation.requested", SubjectOf(request), request.Act, request.Word);
        return request.Id;
    }

    // What the leader was shown is what is done, or nothing is.
    private static async Task<Result> ApproveAsync(
        Operation o, OrganisationRequest request, string words, CancellationToken cancellation)
    {
        var form = FormOf(request);
        var tried = await TriedAct.MakeAsync(o, request.Act, request.RowId, form, null, cancellation);
        if (!tried.IsSuccess || Written(tried.Value.Rows) != request.Shown)
        {
            return OrganisationRequestRefusals.ChangedMeanwhile;
        }

        var trace = tried.Value.CarryOut(o, request.RowId, form);
        var done = request.Approve(o.Context.Actor.PersonId, words, trace, o.Context.Now);
        Tell(o, [request.AskedById], request, "Notice.OrganisationApproved", o.Context.Actor.Name);
        o.Audit("Organisation.requestApproved", SubjectOf(request), request.Act, words);
        return done;
    }

    private static Result Return(Operation o, OrganisationRequest request, string reason)
    {
        var done = request.Return(o.Context.Actor.PersonId, reason, o.Context.Now);
        Tell(o, [request.AskedById], request, "Notice.OrganisationReturned", o.Context.Actor.Name, Shorten(reason));
        o.Audit("Organisation.requestReturned", SubjectOf(request), request.Act, reason);
        return done;
    }

    private static Refusal? WhyNotWords(string words, bool approves)
    {
        if (!approves)
        {
            return Reasons.WhyNot(words, "words");
        }

        return words.Trim().Length > Reasons.Longest
            ? Refusal.Invalid([new FieldError("words", "Common.TooLong", null, Reasons.Longest)])
            : null;
    }

    private async Task<OrganisationPreview> ShowAsync(Operation o, TriedAct tried, JsonObject form, CancellationToken cancellation)
    {
        var day = OrganisationAct.BeginsOn(form);
        var preview = new OrganisationPreview(tried.Rows, day, [], [], 0, [], tried.NeedsLeader);
        return day is { } from
            ? await new OrganisationMoves(o.Context.Directory, tried.Draft.Directory, from)
                .ReadAsync(o.Db, planned, preview, cancellation)
            : preview;
    }

    private static void Tell(
        Operation o, IEnumerable<string?> people, OrganisationRequest request, string key, params IEnumerable<string> words)
    {
        var told = people.OfType<string>().Where(p => p != o.Context.Actor.PersonId).Distinct().ToList();
        o.Db.Notifications.AddRange(told.Select(p => new Notification
        {
            PersonId = p,
            Kind = NotificationKind.OrganisationRequest,
            Text = LocalText.Join(LocalText.Of($"admin.{request.Act}"), LocalText.Of(key, words)),
            At = o.Context.Now,
        }));
        o.Store.Touch(Guid.Empty, told);
    }

    private static OrganisationRequestRow RowOf(OrganisationRequest request, CaseContext context) => new(
        request.Id,
        request.Act,
        NameOf(request, context.Directory),
        request.State,
        context.Directory.NameOf(request.AskedById),
        request.AskedAt,
        request.Word,
        request.DecidedById is { } decided ? context.Directory.NameOf(decided) : "",
        request.DecidedAt,
        request.Answer,
        request.TakenBackById is { } by ? context.Directory.NameOf(by) : "",
        request.TakenBackAt,
        request.DecidedById == request.AskedById);

    // What it is done to: the row, or whom and what the form of an act of the whole list names.
    private static string NameOf(OrganisationRequest request, OrganisationDirectory directory)
    {
        if (OrganisationAct.Find(request.Act) is { OfRow: true } act)
        {
            return Registry.NameOf(act.Register, request.RowId, directory) ?? request.RowId;
        }

        var form = FormOf(request);
        var names = (form["areaIds"] as JsonArray ?? []).Select(a => directory.AreaName(a?.ToString() ?? ""))
            .Concat(form["personId"] is { } person ? [directory.NameOf(person.ToString())] : []).ToList();
        return string.Join(", ", names.Take(MostNamed)) + (names.Count > MostNamed ? "…" : "");
    }

    private static List<string> LeadersBeside(CaseContext context, string personId) =>
        [.. context.Directory.LeadersOn(context.Today).Where(l => l != personId).Distinct()];

    // Who keeps the organisation, and who approves.
    private static bool MayRead(CaseContext context) =>
        OrganisationAdministration.IsAdministrator(context) || context.Directory.IsLeader(context.Actor.PersonId, context.Today);

    private static string Shorten(string text) => text.Length <= LongestInNotice ? text : text[..LongestInNotice] + "…";

    private static string SubjectOf(OrganisationRequest request) => request.RowId.Length > 0 ? request.RowId : request.Act;

    private static JsonObject FormOf(OrganisationRequest request) => (JsonObject)JsonNode.Parse(request.Form)!;

    private static string Written(IReadOnlyList<ChangedRow> rows) => JsonSerializer.Serialize(rows);
}
