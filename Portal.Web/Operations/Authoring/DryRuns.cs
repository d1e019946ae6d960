using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Organisation;
using Portal.Web.Operations.Cases;
using Portal.Web.Processes;
using Portal.Workflows.Definitions;
using Portal.Workflows.Engine;
using Portal.Workflows.Runtime;
using Portal.Workflows.Runtime.Openings;

namespace Portal.Web.Operations.Authoring;

/// <summary>
/// Dry runs of a version: the real runtime on the organisation as it stands, in memory alone. Who may read definitions may try them.
/// </summary>
public sealed class DryRuns(
    PortalOperations operations, ProcessCatalogue processes, ReferenceCache reference, ProcessDesign design,
    IEnumerable<IDryRunRecord> records, IWorkflowEngine engine)
{
    /// <param name="startsAt">Where the clock begins, UTC.</param>
    public async Task<Result<DryRunStart>> OpenAsync(
        Actor actor, string versionId, DateTime startsAt, CancellationToken cancellation = default)
    {
        var opened = await design.OpenAsync(actor, versionId, cancellation);
        if (!opened.IsSuccess)
        {
            return opened.Refusal;
        }

        var definition = opened.Value.Definition;
        var run = await NewAsync(definition, startsAt, cancellation: cancellation);
        var key = await StarterAsync(definition.DefinitionId, cancellation);
        var starter = definition;
        if (key != definition.DefinitionId)
        {
            starter = await PublishedAsync(key, cancellation) is { } version ? WorkflowDefinition.Read(version.Json) : null;
        }

        var first = starter is null ? null : new CompiledDefinition(starter).FirstStep;
        return first?.FixedSpec is { } spec
            ? new DryRunStart(run, key, first.Id, spec, processes.Find(key)?.Opening<OpenedByCalendar>() is not null)
            : DesignRefusals.NoFirstStep(key);
    }

    /// <summary>A run in memory, in the organisation as it stands.</summary>
    /// <param name="replayed">The case that is done again; null for a run of its own.</param>
    internal async Task<DryRun> NewAsync(
        WorkflowDefinition definition, DateTime startsAt, Guid? replayed = null, CancellationToken cancellation = default)
    {
        var data = await reference.GetAsync(cancellation);
        CaseContext ContextOf(string person, DateTime at) =>
            new(
                person.Length == 0 ? Actor.System : new Actor(person, data.Directory.NameOf(person)),
                null,
                at,
                data.Directory,
                data.Calendar,
                data.Settings)
            { Clauses = data.Clauses };
        return new DryRun(
            definition, processes, PublishedAsync, ContextOf, new RelatedRecords(operations, records, replayed), engine, startsAt);
    }

    /// <summary>People who may start it at a moment: those of an area's group first.</summary>
    public IReadOnlyList<string> Starters(DryRunStart start, string areaId)
    {
        var context = start.Run.ContextOf("");
        var group = context.Directory.GroupOfArea(areaId, context.Today);
        var members = group is null ? [] : context.Directory.MembersOf(group, context.Today).ToHashSet();
        var process = processes.Find(start.ProcessKey)!;
        bool MayStart(string person) => start.Run.ContextOf(person) is var theirs && process.WhyNotStartable(theirs) is null
            && process.Opening<OpenedByHand>()!.MayBegin?.Invoke(start.First, theirs) != false;
        return [.. context.Directory.Data.Staff.Where(s => s.IsValidOn(context.Today) && MayStart(s.Id))
            .OrderBy(s => members.Contains(s.Id) ? 0 : 1).ThenBy(s => s.SortKey, StringComparer.Ordinal).Select(s => s.Id)];
    }

    /// <summary>A case of a dry run as the forms of its steps want to see it.</summary>
    public static async Task<CaseView> ViewAsync(DryRun run, CaseFile file) => new()
    {
        Case = file.Case,
        HasContent = true,
        ReadsRestricted = true,
        Definition = await run.DefinitionOfAsync(file),
        State = file.Instance.State,
        Subject = file.Subject,
        Tasks = run.TasksOf(file.Case.Id),
        Decisions = run.DecisionsOf(file.Case.Id),
        Submissions = [.. run.SubmissionsOf(file.Case.Id)
            .Select(s => new SubmissionView(
                s.Id,
                s.StepId,
                s.FormKey,
                s.Item,
                s.Action,
                s.Round,
                s.PersonId,
                s.ActingForId,
                s.At,
                s.Sensitivity == Sensitivity.Restricted,
                s.IsStub,
                JsonNode.Parse(s.Json) as JsonObject,
                null,
                null))],
    };

    // A process that nobody starts is dispatched by another: that one is begun.
    private async Task<string> StarterAsync(string definitionId, CancellationToken cancellation)
    {
        var dispatching = await operations.ReadAsync(
            db => db.DefinitionVersions.Where(v => v.IsPublished && v.Json.Contains("Elsa.BulkDispatchWorkflows"))
                .ToListAsync(cancellation),
            cancellation);
        return dispatching.Find(v => WorkflowDefinition.Read(v.Json).AllActivities
            .Any(a => a.Type == "Elsa.BulkDispatchWorkflows" && a.Input("workflowDefinitionId")?.Source == definitionId))?.DefinitionId
                ?? definitionId;
    }

    /// <summary>A version by its id, or by its process the one that new cases begin with.</summary>
    private Task<DefinitionVersion?> PublishedAsync(string key, CancellationToken cancellation) => operations.ReadAsync(
        db => db.DefinitionVersions.Where(v => v.Id == key || (v.DefinitionId == key && v.IsPublished))
            .OrderByDescending(v => v.Id == key)
            .FirstOrDefaultAsync(cancellation), cancellation);
}
