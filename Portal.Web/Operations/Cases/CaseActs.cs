using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Forms;
using Portal.Domain.Organisation;
using Portal.Domain.Contacts;
using Portal.Domain.FollowUps;
using Portal.Domain.Guidance;
using Portal.Domain.ReportItems;
using Portal.Domain.UninvitedMeetings;
using Portal.Web.Monitoring;
using Portal.Web.Operations.Files;
using Portal.Workflows.Runtime;

namespace Portal.Web.Operations.Cases;

/// <summary>What people do around the steps: drafts, comments, files, reserved opinions. Each checks the right first.</summary>
public sealed class CaseActs(
    PortalOperations operations, ProcessCatalogue processes, AttachmentFiles files, UploadLimit uploads,
    RequestTurns turns, PortalMetrics metrics, CoAuthors coAuthors)
{
    private static readonly ReservedOpinionValidator ReservedRules = new();

    /// <summary>Forms that stand beside the steps of cases.</summary>
    private static readonly FormSchema[] OfNoProcess =
    [
        ReservedOpinionInput.Schema, .. ReportItemForms.All, .. FollowUpForms.All, ContactForms.New, GuidanceForms.New,
        UninvitedMeetingForms.New,
    ];

    private const int MaxDraftCharacters = 400_000;

    /// <param name="itemId">The item of a plan that the case is started from: each has a draft of its own.</param>
    public static string StartSubject(string processKey, Guid? itemId = null) =>
        itemId is null ? $"start:{processKey}" : $"start:{processKey}:{itemId:N}";

    public static string TaskSubject(Guid taskId, string action) => action.Length == 0 ? $"task:{taskId:N}" : $"task:{taskId:N}:{action}";

    public async Task<Result<Receipt>> StartAsync(
        Actor actor, string processKey, Submission submission, RequestKey? key = null, CancellationToken cancellation = default)
    {
        using var turn = await turns.EnterAsync(actor.PersonId, key, cancellation);
        return await metrics.StepAsync("start", () => operations.RunAsync(
            actor,
            o => o.OnceAsync(key, () => o.Cases.StartAsync(processKey, submission, o.Context, cancellation: cancellation), cancellation),
            cancellation: cancellation));
    }

    public async Task<Result<Receipt>> CompleteAsync(
        Actor actor, Guid taskId, Submission submission, RequestKey? key = null, CancellationToken cancellation = default)
    {
        using var turn = await turns.EnterAsync(actor.PersonId, key, cancellation);
        return await metrics.StepAsync("complete", () => operations.RunAsync(
            actor,
            o => o.OnceAsync(key, () => o.Cases.CompleteAsync(taskId, submission, o.Context, cancellation), cancellation),
            cancellation: cancellation));
    }

    /// <summary>One's own draft, or that of somebody who lets one write in it; null when there is none.</summary>
    /// <param name="authorId">Whose draft it is; null for one's own.</param>
    public async Task<DraftView?> FindDraftAsync(
        Actor actor, string subject, string? authorId = null, CancellationToken cancellation = default)
    {
        var context = authorId is null ? null : await operations.ContextAsync(actor, cancellation: cancellation);
        var author = authorId ?? actor.PersonId;
        return await operations.ReadAsync(async db =>
            (context is null || await coAuthors.MayWriteAsync(db, context, author, subject, cancellation))
            && await db.Drafts.FirstOrDefaultAsync(d => d.PersonId == author && d.Subject == subject, cancellation) is { } draft
                ? new DraftView((JsonObject)JsonNode.Parse(draft.Json)!, draft.Page, draft.SavedAt)
                : null, cancellation);
    }

    /// <summary>
    /// Keeps what was typed so far. X-03: nothing is kept before the state-secret question is answered, and of a form whose
    /// content is a state secret nothing but the answer and the stub; what was given for it before is gone. What another window changed
    /// meanwhile is kept, too (<see cref="DraftMerge"/>).
    /// </summary>
    /// <param name="known">The form as this window last knew it to be stored; null for one that knows nothing of others.</param>
    /// <param name="authorId">Whose draft it is; null for one's own. Refused where it was sent or is no longer shared.</param>
    public Task<Result<KeptDraft>> SaveDraftAsync(
        Actor actor, string subject, string formKey, JsonObject form, string page, JsonObject? known = null, string? authorId = null,
        CancellationToken cancellation = default) =>
        operations.RunAsync<KeptDraft>(actor, async o =>
        {
            var author = authorId ?? actor.PersonId;
            if (authorId is not null && !await coAuthors.MayWriteAsync(o.Db, o.Context, author, subject, cancellation))
            {
                return CaseRefusals.DraftGone;
            }

            var schema = processes.Form(formKey) ?? OfNoProcess.FirstOrDefault(f => f.Key == formKey);
            if (schema is null)
            {
                return Refusal.NotFound;
            }

            if (FormText.Tidy(form, schema.Fields) is { } unfit)
            {
                return unfit;
            }

            var draft = await o.Db.Drafts.FirstOrDefaultAsync(d => d.PersonId == author && d.Subject == subject, cancellation);
            var kept = draft is null || known is null || draft.FormKey != formKey
                ? form
                : DraftMerge.Of(known, form, (JsonObject)JsonNode.Parse(draft.Json)!);
            var isMerged = !JsonNode.DeepEquals(kept, form);
            if (schema.HasSecrecyGate)
            {
                if (SecretAnswer(kept) is null && schema.IsInWords(kept))
                {
                    return CaseRefusals.SecrecyUnanswered;
                }

                if (SecretAnswer(kept) == true)
                {
                    kept = WithoutContent(kept, schema);
                    await UnsentFiles.EraseAsync(o, author, subject, cancellation);
                }
            }

            var json = kept.ToJsonString(FormInput.Json);
            if (json.Length > MaxDraftCharacters)
            {
                return CaseRefusals.DraftTooLarge;
            }

            draft ??= o.Db.Drafts.Add(new FormDraft
            {
                PersonId = author,
                Subject = subject,
                FormKey = formKey,
                Json = "",
                SavedAt = o.Context.Now,
            }).Entity;
            (draft.Json, draft.FormKey, draft.SavedAt) = (json, formKey, o.Context.Now);
            draft.Page = authorId is null ? page : draft.Page;
            return new KeptDraft(o.Context.Now, kept, isMerged);
        }, cancellation: cancellation);

    /// <summary>Throws a draft away, with the files that were given for it and not sent.</summary>
    public Task<Result> DiscardDraftAsync(Actor actor, string subject, CancellationToken cancellation = default) =>
        operations.RunAsync(actor, async o =>
        {
            o.Store.RemoveDraft(actor.PersonId, subject);
            await UnsentFiles.EraseAsync(o, actor.PersonId, subject, cancellation);
            return Result.Ok;
        }, cancellation: cancellation);

    /// <param name="mentions">People who are told of it; each must be able to read the case.</param>
    public Task<Result> CommentAsync(
        Actor actor, Guid caseId, Remark remark, IReadOnlyCollection<string>? mentions = null, CancellationToken cancellation = default) =>
        operations.RunAsync(actor, async o =>
        {
            if (await ReadableAsync(o, caseId, cancellation) is not { } found)
            {
                return Refusal.NotFound;
            }

            if (remark.WhyNot("text", CaseComment.MaxLength) is { } unfit)
            {
                return unfit;
            }

            string[] named = [.. (mentions ?? []).Where(p => p != actor.PersonId).Distinct()];
            if (named.FirstOrDefault(p => !CanRead(o, found, p)) is { } stranger)
            {
                return Refusal.Invalid([new FieldError("mentions", "Comment.CannotRead", null, o.Context.Directory.NameOf(stranger))]);
            }

            o.Db.Comments.Add(new CaseComment
            {
                CaseId = caseId,
                PersonId = actor.PersonId,
                Text = remark.Text.Trim(),
                Mentions = string.Join(',', named),
                At = o.Context.Now,
                Sensitivity = await SensitivityOfAsync(o, found, remark, cancellation),
            });
            foreach (var person in named)
            {
                o.Db.Notifications.Add(new Notification
                {
                    PersonId = person,
                    Kind = NotificationKind.Mentioned,
                    CaseId = caseId,
                    Text = LocalText.Typed(found.Number),
                    At = o.Context.Now,
                });
                o.Store.Touch(caseId, [person]);
            }

            o.Audit("Case.Commented", found.Number, caseId: caseId);
            o.Store.Touch(caseId, found.People.Select(p => p.PersonId));
            return Result.Ok;
        }, cancellation: cancellation);

    /// <summary>Who wrote something Restricted, or was answered in it, knows of it as much as who reads all of it.</summary>
    internal static async Task<Sensitivity> SensitivityOfAsync(Operation o, Case found, Remark remark, CancellationToken cancellation)
    {
        var me = o.Context.Actor.PersonId;
        var scope = AccessScope.Of(me, o.Context.Directory, o.Context.Today);
        var knows = CaseAccess.CanReadPart(scope, found, Sensitivity.Restricted, "") || await o.Db.Submissions.AnyAsync(
            s => s.CaseId == found.Id && s.Sensitivity != Sensitivity.Normal && (s.PersonId == me || s.AddresseeId == me), cancellation);
        return CaseComment.SensitivityOf(found, remark, knows);
    }

    /// <summary>Đ6.4: never refused to a member of the group; after the window it is kept and marked late (R-RES-04).</summary>
    public Task<Result> ReserveAsync(
        Actor actor, Guid caseId, Guid decisionId, JsonObject form, CancellationToken cancellation = default) =>
        operations.RunAsync(actor, async o =>
        {
            if (await ReadableAsync(o, caseId, cancellation) is not { } found
                || await o.Db.Decisions.FirstOrDefaultAsync(
                    d => d.Id == decisionId && d.CaseId == caseId, cancellation) is not { } decision)
            {
                return Refusal.NotFound;
            }

            var scope = AccessScope.Of(actor.PersonId, o.Context.Directory, o.Context.Today);
            if (!CaseAccess.CanReserve(scope, found, o.Context.Directory, o.Context.Today))
            {
                return Refusal.Forbidden;
            }

            var input = FormInput.Read(form, ReservedRules);
            if (!input.IsSuccess)
            {
                return input.Refusal;
            }

            if (input.Value.Files is { Length: > 0 } given
                && await o.Store.AttachAsync(
                    caseId, given, actor.PersonId, ClassificationMarks.AreConfirmed(form),
                    o.Context.Settings.Int("Attachments.MaxPerCase"), cancellation) is { } unfit)
            {
                return unfit;
            }

            if (input.Value.IsStub())
            {
                await TakeReservedOffSystemAsync(o, decision, input.Value, cancellation);
            }

            var windowEnd = o.Context.Calendar.DueInWorkingDays(decision.At, o.Context.Settings.Int("Reserve.WindowDays"));
            o.Db.ReservedOpinions.Add(ReservedOpinion.Enter(found, decision, input.Value, actor.PersonId, o.Context.Now, windowEnd));
            o.Store.RemoveDraft(actor.PersonId, $"reserve:{decisionId:N}");
            o.Audit("Opinion.Reserved", found.Number, caseId: caseId);
            string?[] told = [decision.DeciderId, decision.ActingForId, o.Context.Directory.Head(o.Context.Today)];
            foreach (var person in told.OfType<string>().Distinct().Where(p => p != actor.PersonId))
            {
                o.Db.Notifications.Add(new Notification
                {
                    PersonId = person,
                    Kind = NotificationKind.ReservedOpinion,
                    CaseId = caseId,
                    Text = LocalText.Typed(found.Number),
                    At = o.Context.Now,
                });
                o.Store.Touch(caseId, [person]);
            }

            o.Store.Touch(caseId, [actor.PersonId]);
            return Result.Ok;
        }, cancellation: cancellation);

    // a "Có" speaks of the matter, so what the same person reserved before on the same decision goes, too, with its files.
    private static async Task TakeReservedOffSystemAsync(
        Operation o, CaseDecision decision, ReservedOpinionInput input, CancellationToken cancellation)
    {
        var me = o.Context.Actor.PersonId;
        var earlier = await o.Db.ReservedOpinions.Where(r => r.DecisionId == decision.Id && r.AuthorId == me && r.Stub == null)
            .ToListAsync(cancellation);
        if (earlier.Count == 0)
        {
            return;
        }

        var files = earlier.SelectMany(r => r.Files ?? []).ToList();
        o.Store.Erase(await o.Db.Attachments.Where(a => files.Contains(a.Id)).ToListAsync(cancellation));
        earlier.ForEach(r => r.GoOffSystem(input.Secrecy?.Stub));
        o.Audit("Case.WentOffSystem", decision.StepId, caseId: decision.CaseId);
    }

    public Task<Result> RespondToReservedAsync(Actor actor, Guid opinionId, Remark response, CancellationToken cancellation = default) =>
        OnReservedAsync(actor, opinionId, "Opinion.Responded", async (o, opinion) =>
        {
            if (response.WhyNot("response", ReservedOpinion.MaxResponse) is { } unfit)
            {
                return unfit;
            }

            var decision = await o.Db.Decisions.FirstAsync(d => d.Id == opinion.DecisionId, cancellation);
            return opinion.Respond(actor.PersonId, decision.DeciderId, response.Text.Trim(), o.Context.Now);
        }, cancellation);

    public Task<Result> WithdrawReservedAsync(Actor actor, Guid opinionId, CancellationToken cancellation = default) =>
        OnReservedAsync(
            actor,
            opinionId,
            "Opinion.Withdrawn",
            (o, opinion) => Task.FromResult(opinion.Withdraw(actor.PersonId, o.Context.Now)),
            cancellation);

    public Task<Result> NoteOnReservedAsync(Actor actor, Guid opinionId, Remark note, CancellationToken cancellation = default) =>
        OnReservedAsync(
            actor,
            opinionId,
            "Opinion.Noted",
            (_, opinion) => Task.FromResult(note.WhyNot("note", ReservedOpinion.MaxNote) is { } unfit
                ? Result.From(unfit)
                : opinion.AddNote(actor.PersonId, note.Text.Trim())),
            cancellation);

    /// <summary>
    /// Takes a file in for a draft of this person. Type by content, size and name are checked; nothing of a refused file stays.
    /// </summary>
    /// <param name="draftSubject">The draft that it is given for; empty for none.</param>
    /// <param name="authorId">Whose draft it is, and so whose file; null for one's own.</param>
    public async Task<Result<Attachment>> UploadAsync(
        Actor actor, string fileName, Stream content, string draftSubject = "", string? authorId = null,
        CancellationToken cancellation = default)
    {
        if (!uploads.MayUpload(actor.PersonId))
        {
            return FileRefusals.TooMany;
        }

        var context = await operations.ContextAsync(actor, cancellation: cancellation);
        var author = authorId ?? actor.PersonId;
        if (authorId is not null && !await operations.ReadAsync(
            db => coAuthors.MayWriteAsync(db, context, author, draftSubject, cancellation), cancellation))
        {
            return CaseRefusals.DraftGone;
        }

        var stored = await files.StoreAsync(
            fileName, content, author, draftSubject, context.Now, context.Settings.Int("Attachments.MaxMegabytes"), cancellation);
        if (!stored.IsSuccess)
        {
            return stored.Refusal;
        }

        return await operations.RunAsync<Attachment>(actor, o =>
        {
            o.Db.Attachments.Add(stored.Value);
            o.Audit("File.Uploaded", stored.Value.Id.ToString("N"));
            return Task.FromResult<Result<Attachment>>(stored.Value);
        }, cancellation: cancellation);
    }

    /// <summary>A file of a case whose content the person may read, or of one's own draft; else not found.</summary>
    public async Task<Result<Attachment>> FindFileAsync(Actor actor, Guid fileId, CancellationToken cancellation = default)
    {
        var context = await operations.ContextAsync(actor, cancellation: cancellation);
        var scope = AccessScope.Of(actor.PersonId, context.Directory, context.Today);
        var isRestricted = false;
        string? readFor = null;
        var readable = await operations.ReadAsync(async db =>
        {
            var file = await db.Attachments.FirstOrDefaultAsync(a => a.Id == fileId, cancellation);
            if (file is null || (file.CaseId is null && file.PersonId != actor.PersonId
                && !await coAuthors.MayWriteAsync(db, context, file.PersonId, file.DraftSubject, cancellation)))
            {
                return null;
            }

            if (file.CaseId is not { } caseId)
            {
                return file;
            }

            var found = await db.Cases.Include(c => c.Areas).Include(c => c.People).FirstOrDefaultAsync(c => c.Id == caseId, cancellation);
            if (found is null || !CaseAccess.CanReadTitle(scope, found))
            {
                return null;
            }

            // A file sent with a Restricted form is as Restricted as the form; who reads single forms gets those of these forms.
            var forms = (await db.Submissions.Where(s => s.CaseId == caseId).ToListAsync(cancellation)).FindAll(s => s.Names(file));
            var opinions = (await db.ReservedOpinions.Where(r => r.CaseId == caseId).ToListAsync(cancellation)).FindAll(r => r.Names(file));
            readFor = CaseAccess.ReadsRestrictedFor(scope, found);
            isRestricted = found.Sensitivity == Sensitivity.Restricted || forms.Exists(f => f.Sensitivity == Sensitivity.Restricted)
                || opinions.Exists(r => r.Sensitivity == Sensitivity.Restricted);
            if (CaseAccess.CanReadContent(scope, found))
            {
                return forms.TrueForAll(f => CaseAccess.CanReadWhole(scope, found, f))
                    && opinions.TrueForAll(r => CaseAccess.CanReadPart(scope, found, r.Sensitivity, r.AuthorId)) ? file : null;
            }

            if (CaseAccess.ExcerptFor(scope, found) is { } excerpt && forms.Exists(f => excerpt.Forms.Contains(f.FormKey)))
            {
                return file;
            }

            return null;
        }, cancellation);
        if (readable is not null && isRestricted)
        {
            // as with reading the form itself.
            var recorded = await operations.RunAsync(actor, operation =>
            {
                operation.Audit("File.RestrictedRead", fileId.ToString(), caseId: readable.CaseId, actingFor: readFor);
                return Task.FromResult(Result.Ok);
            }, cancellation: cancellation);
            if (!recorded.IsSuccess)
            {
                return recorded.Refusal;
            }
        }

        return readable is null ? Refusal.NotFound : readable;
    }

    private Task<Result> OnReservedAsync(
        Actor actor, Guid opinionId, string act, Func<Operation, ReservedOpinion, Task<Result>> verb, CancellationToken cancellation) =>
        operations.RunAsync(actor, async o =>
        {
            if (await o.Db.ReservedOpinions.FirstOrDefaultAsync(r => r.Id == opinionId, cancellation) is not { } opinion
                || await ReadableAsync(o, opinion.CaseId, cancellation) is not { } found)
            {
                return Refusal.NotFound;
            }

            var done = await verb(o, opinion);
            if (done.IsSuccess)
            {
                o.Audit(act, found.Number, caseId: found.Id);
                o.Store.Touch(found.Id, [opinion.AuthorId]);
            }

            return done;
        }, cancellation: cancellation);

    /// <summary>Whether a person of today reads a case as a whole.</summary>
    internal static bool CanRead(Operation o, Case found, string person) =>
        o.Context.Directory.Person(person) is { } known && known.IsValidOn(o.Context.Today)
        && CaseAccess.CanReadContent(AccessScope.Of(person, o.Context.Directory, o.Context.Today), found);

    /// <summary>A case that the acting person reads as a whole; null for any other.</summary>
    internal static async Task<Case?> ReadableAsync(Operation o, Guid caseId, CancellationToken cancellation)
    {
        var found = await o.Db.Cases.AsNoTracking()
            .Include(c => c.Areas)
            .Include(c => c.People)
            .FirstOrDefaultAsync(c => c.Id == caseId, cancellation);
        var scope = AccessScope.Of(o.Context.Actor.PersonId, o.Context.Directory, o.Context.Today);
        return found is not null && CaseAccess.CanReadContent(scope, found) ? found : null;
    }

    private static bool? SecretAnswer(JsonObject form) =>
        form["secrecy"] is JsonObject gate && gate["containsStateSecret"] is JsonValue v && v.TryGetValue<bool>(out var secret)
            ? secret
            : null;

    private static JsonObject WithoutContent(JsonObject form, FormSchema schema)
    {
        var kept = (JsonObject)form.DeepClone();
        Strip(kept, schema.Fields);
        return kept;
    }

    private static void Strip(JsonObject values, IEnumerable<FormField> fields)
    {
        foreach (var field in fields)
        {
            if (field.IsContent)
            {
                values.Remove(field.Name);
            }
            else if (values[field.Name] is JsonObject section)
            {
                Strip(section, field.Items);
            }
            else if (values[field.Name] is JsonArray rows)
            {
                foreach (var row in rows.OfType<JsonObject>())
                {
                    Strip(row, field.Items);
                }
            }
        }
    }
}
