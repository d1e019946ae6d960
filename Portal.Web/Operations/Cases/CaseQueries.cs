using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Forms;
using Portal.Domain.Organisation;
using Portal.Web.Operations.Incidents;
using Portal.Web.Operations.Tasks;
using Portal.Web.Persistence;
using Portal.Web.Processes;
using Portal.Workflows.Runtime;

namespace Portal.Web.Operations.Cases;

/// <summary>Cases as one person may see them. Every query begins with <see cref="CaseAccess"/>.</summary>
public sealed class CaseQueries(
    PortalOperations operations, ProcessCatalogue processes, ProcessModules modules, CompiledDefinitions definitions)
{
    public async Task<Page<CaseRow>> ListAsync(Actor actor, CaseFilter filter, CancellationToken cancellation = default)
    {
        var context = await operations.ContextAsync(actor, cancellation: cancellation);
        var scope = AccessScope.Of(actor.PersonId, context.Directory, context.Today);
        return await operations.ReadAsync(async db =>
        {
            var query = db.Cases.Where(CaseAccess.Title(scope));
            if (filter.ProcessKey.Length > 0)
            {
                query = query.Where(c => c.ProcessKey == filter.ProcessKey);
            }

            if (filter.GroupId.Length > 0)
            {
                query = query.Where(c => c.GroupId == filter.GroupId);
            }

            if (filter.AreaId.Length > 0)
            {
                query = query.Where(c => c.Areas.Any(a => a.AreaId == filter.AreaId));
            }

            if (filter.State is { } state)
            {
                query = query.Where(c => c.State == state);
            }

            if (filter.Overdue)
            {
                var now = context.Now;
                query = query.Where(c => c.State == CaseState.Open
                    && db.UserTasks.Any(t => t.CaseId == c.Id && t.State == UserTaskState.Open && !t.IsOptional && t.DueAt < now));
            }

            foreach (var word in VietnameseText.QueryWords(filter.Search))
            {
                query = query.Where(c => c.SearchText.Contains(word));
            }

            var size = Paging.Size(filter.PageSize);
            var total = await query.CountAsync(cancellation);
            var paged = filter.After is { } after
                ? query.Where(c => c.Id > after).OrderBy(c => c.Id)
                : Sorted(query, filter).Skip(Paging.Before(filter.Page, size));
            var rows = await paged.Take(size)
                .Select(c => new CaseRow(
                    c.Id, c.Number, c.Title, c.ProcessKey, c.GroupId, c.State, c.Status, c.HasIncident, c.InitiatorId, c.CreatedAt,
                    c.UpdatedAt)).ToListAsync(cancellation);
            return new Page<CaseRow>(rows, total);
        }, cancellation);
    }

    private static IQueryable<Case> Sorted(IQueryable<Case> cases, CaseFilter filter) => filter.Sort switch
    {
        CaseSort.Number => cases.By(c => c.Number, filter.IsDescending),
        CaseSort.Group => cases.By(c => c.GroupId, filter.IsDescending).ThenBy(c => c.UpdatedAt, filter.IsDescending),
        _ => cases.By(c => c.UpdatedAt, filter.IsDescending),
    };

    public Task<Result<CaseView>> FindAsync(Actor actor, string number, CancellationToken cancellation = default) =>
        ViewAsync(actor, db => db.Cases.Where(c => c.Number == number), cancellation);

    public Task<Result<CaseView>> FindAsync(Actor actor, Guid id, CancellationToken cancellation = default) =>
        ViewAsync(actor, db => db.Cases.Where(c => c.Id == id), cancellation);

    /// <summary>The case of a task and the task; refused as not found where the person may not know of it.</summary>
    public async Task<Result<(CaseView Case, TaskView Task)>> FindTaskAsync(
        Actor actor, Guid taskId, CancellationToken cancellation = default)
    {
        var view = await ViewAsync(
            actor,
            db => db.Cases.Where(c => c.Id == db.UserTasks.Where(t => t.Id == taskId).Select(t => (Guid?)t.CaseId).FirstOrDefault()),
            cancellation);
        if (!view.IsSuccess)
        {
            return view.Refusal;
        }

        if (view.Value.Open.FirstOrDefault(t => t.Task.Id == taskId) is { } open)
        {
            return (view.Value, open);
        }

        if (!view.Value.HasContent || view.Value.Tasks.FirstOrDefault(t => t.Id == taskId) is not { } done)
        {
            return Refusal.NotFound;
        }

        var data = await operations.ContextAsync(actor, cancellation: cancellation);
        return Refusal.ChangedMeanwhile(
            done.CompletedById is null ? "" : data.Directory.NameOf(done.CompletedById), done.CompletedAt ?? data.Now, done.Outcome ?? "");
    }

    /// <summary>Who else reads a case as a whole, and so may be named in a comment; nobody where the person may not read it.</summary>
    public async Task<IReadOnlyList<string>> ReadersAsync(Actor actor, Guid id, CancellationToken cancellation = default)
    {
        var context = await operations.ContextAsync(actor, cancellation: cancellation);
        var found = await operations.ReadAsync(db => db.Cases.Where(CaseAccess.Content(AccessScope.Of(
            actor.PersonId, context.Directory, context.Today))).Include(c => c.Areas).Include(c => c.People).AsSplitQuery()
            .FirstOrDefaultAsync(c => c.Id == id, cancellation), cancellation);
        return found is null ? [] : [.. context.Directory.Data.Staff
            .Where(s => s.Id != actor.PersonId
                && s.IsValidOn(context.Today)
                && CaseAccess.CanReadContent(AccessScope.Of(s.Id, context.Directory, context.Today), found))
            .OrderBy(s => s.SortKey, StringComparer.Ordinal).Select(s => s.Id)];
    }

    private async Task<Result<CaseView>> ViewAsync(
        Actor actor, Func<PortalDbContext, IQueryable<Case>> which, CancellationToken cancellation)
    {
        var context = await operations.ContextAsync(actor, cancellation: cancellation);
        var scope = AccessScope.Of(actor.PersonId, context.Directory, context.Today);
        var view = await operations.ReadAsync(async db =>
        {
            var found = await which(db).Where(CaseAccess.Title(scope))
                .Include(c => c.Areas)
                .Include(c => c.People)
                .FirstOrDefaultAsync(cancellation);
            if (found is null)
            {
                return null;
            }

            if (CaseAccess.CanReadContent(scope, found))
            {
                return await ContentAsync(db, found, scope, context, cancellation);
            }

            if (CaseAccess.ExcerptFor(scope, found) is { } excerpt)
            {
                return PartOf(
                    await ContentAsync(db, found, scope with { IsClerk = false, GroupIds = [found.GroupId] }, context, cancellation),
                    excerpt,
                    actor.PersonId);
            }

            return new CaseView { Case = found };
        }, cancellation);
        if (view is null)
        {
            return Refusal.NotFound;
        }

        if (view.ShowsRestricted)
        {
            // reading Restricted content is itself recorded; what cannot be recorded is not read.
            var recorded = await operations.RunAsync(actor, operation =>
            {
                operation.Audit(
                    "Case.RestrictedRead", view.Case.Number, caseId: view.Case.Id,
                    actingFor: CaseAccess.ReadsRestrictedFor(scope, view.Case));
                return Task.FromResult(Result.Ok);
            }, cancellation: cancellation);
            if (!recorded.IsSuccess)
            {
                return recorded.Refusal;
            }
        }

        return view;
    }

    // Section 13: these forms, what one sent oneself, and where it says so the outcome of decisions without their reasons.
    private static CaseView PartOf(CaseView view, AudienceExcerpt excerpt, string personId)
    {
        SubmissionView[] seen =
        [
            .. view.Submissions.Where(s => excerpt.Forms.Contains(s.FormKey) || s.PersonId == personId)
                .Select(s => s.PersonId == personId ? s : s.Without(excerpt.Without)),
        ];
        var files = seen.SelectMany(s => (s.Form?["files"] as JsonArray ?? []).Select(f => f?.ToString())).ToHashSet();
        return view with
        {
            Submissions = seen,
            Decisions = !excerpt.SeesOutcomes
                ? []
                : [.. view.Decisions.Select(d => d.WithoutOpinion())],
            Files = [.. view.Files.Where(f => files.Contains(f.Id.ToString()))],
            // What was said to this person: who hands a step over says why.
            Comments = [.. view.Comments.Where(c => c.PersonId == personId || c.Mentions.Split(',').Contains(personId))],
            Reserved =
            [
                .. view.Reserved.Where(o => view.Decisions.Any(d => d.Id == o.DecisionId && d.DeciderId == personId)),
            ],
            Children = [],
            ReadsRestricted = false,
            CanComment = false,
            CanReserve = false,
            Tasks = excerpt.SeesOutcomes ? view.Tasks : [.. view.Tasks.Where(t => t.Assignees.Any(a => a.PersonId == personId))],
            Open = excerpt.SeesOutcomes ? view.Open : [.. view.Open.Where(t => t.Task.Assignees.Any(a => a.PersonId == personId))],
            IsPartial = true,
        };
    }

    private async Task<CaseView> ContentAsync(
        PortalDbContext db, Case found, AccessScope scope, CaseContext context, CancellationToken cancellation)
    {
        var id = found.Id;
        var instance = await db.Instances.FirstAsync(i => i.CaseId == id, cancellation);
        var definition = await definitions.OfAsync(instance.DefinitionVersionId, db.FindVersionAsync, cancellation);
        var tasks = await db.UserTasks.Include(t => t.Assignees)
            .AsSingleQuery()
            .Where(t => t.CaseId == id)
            .OrderBy(t => t.CreatedAt)
            .ToListAsync(cancellation);
        var process = processes.Find(found.ProcessKey);
        var module = modules.Of(found.ProcessKey);
        var subject = process is null ? null : await process.FindSubjectAsync(new SubjectReader(db), id, cancellation);
        var file = new CaseFile(found, instance, subject, tasks);
        var submissions = await db.Submissions.Where(s => s.CaseId == id).OrderBy(s => s.At).ThenBy(s => s.Id).ToListAsync(cancellation);
        var decisions = await db.Decisions.Where(d => d.CaseId == id).OrderBy(d => d.At).ToListAsync(cancellation);
        var reserved = await db.ReservedOpinions.Where(o => o.CaseId == id).OrderBy(o => o.At).ToListAsync(cancellation);
        var hidden = CaseAccess.HiddenSteps(scope, found);
        bool IsShown(string stepId, params IEnumerable<string> people) => !hidden.Contains(stepId) || people.Contains(scope.PersonId);
        UserTask[] shown = [.. tasks.Where(t => IsShown(t.StepId, t.Assignees.Select(a => a.PersonId)))];
        return new CaseView
        {
            Case = found,
            HasContent = true,
            HiddenSteps = hidden,
            Definition = definition,
            State = instance.State,
            Subject = subject,
            Tasks = shown,
            Open = [.. shown.Where(t => t.State == UserTaskState.Open).Select(t =>
            {
                var spec = CaseRuntime.SpecOf(t, definition);
                return process is null ? new TaskView(t, spec, []) : TaskView.Of(t, spec, new Turn(file, process, definition, context));
            })],
            Submissions = [.. submissions.Where(s => IsShown(s.StepId, s.PersonId)).Select(s => View(s, submissions, scope, found))
                .Where(s => s.Form is not null || !s.FormKey.EndsWith(ApartForms.Ending, StringComparison.Ordinal))],
            Decisions = [.. decisions.Where(d => IsShown(d.StepId, d.DeciderId)).Select(d =>
                CaseAccess.CanReadPart(scope, found, d.Sensitivity, d.DeciderId, d.AddresseeId) ? d : d.WithoutOpinion())],
            Comments = [.. (await db.Comments.Where(c => c.CaseId == id).OrderBy(c => c.At).ToListAsync(cancellation))
                .Where(c => CaseAccess.CanReadComment(scope, found, c))],
            Files = [.. (await db.Attachments.Where(a => a.CaseId == id).OrderBy(a => a.At).ToListAsync(cancellation))
                .Where(f => MayRead(f, submissions, reserved, scope, found))],
            Reserved = [.. reserved.Where(o => CaseAccess.CanReadPart(scope, found, o.Sensitivity, o.AuthorId))],
            Children = await ChildrenAsync(db, id, scope, cancellation),
            Parent = found.ParentId is not { } parent ? null
                : await db.Cases.Where(c => c.Id == parent)
                    .Where(CaseAccess.Title(scope))
                    .Select(c => new LinkedCase(c.Id, c.Number, c.Title))
                    .FirstOrDefaultAsync(cancellation),
            Incidents = await IncidentsAsync(db, id, cancellation),
            Flags = subject is null ? [] : [.. module.Flags(subject)],
            Items = subject is null ? new Dictionary<string, string>() : module.Items(subject, context),
            Links = subject is null ? [] : await module.LinksAsync(db, subject, scope, cancellation),
            ReadsRestricted = CaseAccess.CanReadPart(scope, found, Sensitivity.Restricted, ""),
            CanComment = true,
            CanReserve = decisions.Count > 0 && CaseAccess.CanReserve(scope, found, context.Directory, context.Today),
        };
    }

    private static Task<List<CaseRow>> ChildrenAsync(PortalDbContext db, Guid caseId, AccessScope scope, CancellationToken cancellation) =>
        db.Cases.Where(c => c.ParentId == caseId)
            .Where(CaseAccess.Title(scope))
            .OrderBy(c => c.CreatedAt)
            .Select(c => new CaseRow(
                c.Id, c.Number, c.Title, c.ProcessKey, c.GroupId, c.State, c.Status, c.HasIncident, c.InitiatorId, c.CreatedAt,
                c.UpdatedAt)).ToListAsync(cancellation);

    private static Task<List<IncidentView>> IncidentsAsync(PortalDbContext db, Guid caseId, CancellationToken cancellation) =>
        db.Incidents.Where(i => i.CaseId == caseId && i.ResolvedAt == null)
            .Select(i => new IncidentView(i.Number, i.StepId, i.Kind, i.At)).ToListAsync(cancellation);

    // A file is as confidential as the forms and the reserved opinions that it came with.
    private static bool MayRead(
        Attachment file, List<FormSubmission> submissions, List<ReservedOpinion> reserved, AccessScope scope, Case found) =>
        submissions.TrueForAll(s => !s.Names(file) || CaseAccess.CanReadWhole(scope, found, s))
        && reserved.TrueForAll(o => !o.Names(file) || CaseAccess.CanReadPart(scope, found, o.Sensitivity, o.AuthorId));

    private static SubmissionView View(FormSubmission s, List<FormSubmission> all, AccessScope scope, Case found)
    {
        var readable = CaseAccess.CanReadPart(scope, found, s.Sensitivity, s.PersonId, s.AddresseeId);
        var before = readable
            ? all.Take(all.IndexOf(s))
                .LastOrDefault(p => p.FormKey == s.FormKey && p.Action == s.Action && p.Item == s.Item && p.Round < s.Round
                    && CaseAccess.CanReadPart(scope, found, p.Sensitivity, p.PersonId, p.AddresseeId)) : null;
        return new SubmissionView(
            s.Id, s.StepId, s.FormKey, s.Item, s.Action, s.Round, s.PersonId, s.ActingForId, s.At, s.Sensitivity != Sensitivity.Normal,
            s.IsStub,
            readable ? ReadableForm.Of(s, scope, found) : null,
            readable && s.ExtraJson.Length > 0 && CaseAccess.ShareFor(scope, found, s.FormKey, s.PersonId) is null
                ? JsonNode.Parse(s.ExtraJson) as JsonObject
                : null,
            before is null ? null : ReadableForm.Of(before, scope, found));
    }
}
