using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Cases;
using Portal.Domain.Forms;
using Portal.Domain.Common;
using Portal.Domain.Organisation;
using Portal.Web.Persistence;
using Portal.Web.Texts;
using Portal.Workflows.Definitions;
using Portal.Workflows.Engine;
using Portal.Workflows.Runtime;
using Portal.Workflows.Runtime.Openings;

namespace Portal.Web.Operations.Authoring;

/// <summary>Replays of finished cases against a version: the same answers at the same moments, in memory alone.</summary>
public sealed class Replays(
    PortalOperations operations, ProcessCatalogue processes, ProcessDesign design, DryRuns dryRuns, TextCatalogue texts)
{
    public const int MaxCases = 30;

    /// <returns>The newest finished cases of the process, at most <see cref="MaxCases"/>.</returns>
    public async Task<Result<IReadOnlyList<ReplayRow>>> RunAsync(Actor actor, string versionId, CancellationToken cancellation = default)
    {
        var opened = await design.OpenAsync(actor, versionId, cancellation);
        if (!opened.IsSuccess)
        {
            return opened.Refusal;
        }

        var draft = opened.Value.Definition;
        var rows = new List<ReplayRow>();
        foreach (var one in await NewestFinishedAsync(draft.DefinitionId, cancellation))
        {
            rows.Add(await ReplayAsync(one, await PastOfAsync(one, cancellation), draft, cancellation));
        }

        return rows;
    }

    private Task<List<FinishedCase>> NewestFinishedAsync(string processKey, CancellationToken cancellation) => operations.ReadAsync(
        db => db.Cases.Where(c => c.ProcessKey == processKey && c.State != CaseState.Open)
            .OrderByDescending(c => c.UpdatedAt)
            .Take(MaxCases)
            .Select(c => new FinishedCase(
                c.Id, c.Number, c.CreatedAt, c.ParentId, c.Occasion, c.Areas.Select(a => a.AreaId).FirstOrDefault()))
            .ToListAsync(cancellation),
        cancellation);

    private Task<Past> PastOfAsync(FinishedCase one, CancellationToken cancellation) => operations.ReadAsync(async db =>
    {
        var instance = await db.Instances.FirstAsync(i => i.CaseId == one.Id, cancellation);
        var version = await db.DefinitionVersions.FirstAsync(v => v.Id == instance.DefinitionVersionId, cancellation);
        var forms = await db.Submissions.Where(s => s.CaseId == one.Id && !s.FormKey.EndsWith(ApartForms.Ending))
            .OrderBy(s => s.At)
            .ThenBy(s => s.Id)
            .ToListAsync(cancellation);
        var dispatcher = instance.ParentWaitId is null || one.ParentId is not { } id
            ? null
            : await new WorkStore(db, processes, texts).FindCaseAsync(id, cancellation);
        return new Past(WorkflowDefinition.Read(version.Json), instance.State, forms.ConvertAll(AnswerOf), dispatcher);
    }, cancellation);

    private static PastAnswer AnswerOf(FormSubmission submission) => new(
        submission.StepId,
        submission.Item,
        submission.Action,
        submission.PersonId,
        submission.At,
        (JsonObject)JsonNode.Parse(submission.Json)!,
        submission.ExtraJson.Length > 0 ? JsonNode.Parse(submission.ExtraJson) as JsonObject : null);

    // The case goes its own way once more before it goes that of the draft: only where it does may the two be compared.
    private async Task<ReplayRow> ReplayAsync(FinishedCase one, Past past, WorkflowDefinition draft, CancellationToken cancellation)
    {
        var occasion = OpenedByCalendar.Parse(one.Occasion);
        var compiled = new CompiledDefinition(past.Definition);
        async Task<Replayed> GoAsync(WorkflowDefinition definition)
        {
            var run = await dryRuns.NewAsync(definition, one.CreatedAt, one.Id, cancellation);
            Func<Task<Result>>? open = (past.Dispatcher, occasion) switch
            {
                (not null, _) => () => run.OpenForItemAsync(draft.DefinitionId, one.Area, past.Dispatcher, cancellation),
                (null, var (owner, period)) => () => run.OpenByCalendarAsync(draft.DefinitionId, owner, period, cancellation),
                _ => null,
            };
            return await new Replay(run, draft.DefinitionId, compiled, past.Ended).GoAsync(past.Answers, open, cancellation);
        }

        if ((past.Answers.Count == 0 && occasion is null) || await GoAsync(past.Definition) is not { Stopped: null } before)
        {
            return new ReplayRow(one.Number, true, [], [], [], [], null, null);
        }

        return Compare(one.Number, before, await GoAsync(draft), new CompiledDefinition(draft));
    }

    private static ReplayRow Compare(string number, Replayed before, Replayed after, CompiledDefinition draft)
    {
        string TitleOf(string step) =>
            draft.Find(step)?.FixedSpec?.Title ?? before.Steps.FirstOrDefault(s => s.StepId == step)?.Title ?? step;
        var (was, now) = (before.Steps.ToLookup(s => (s.StepId, s.Item)), after.Steps.ToLookup(s => (s.StepId, s.Item)));
        return new ReplayRow(number, false,
            [.. now.Where(s => !was.Contains(s.Key)).Select(s => s.First().Title).Distinct()],
            after.Stopped is null ? [.. was.Where(s => !now.Contains(s.Key)).Select(s => s.First().Title).Distinct()] : [],
            [.. after.Asked.Select(a => (TitleOf(a.Step), a.Field))],
            [.. was.Where(s => now.Contains(s.Key) && s.First().DueAt != now[s.Key].First().DueAt)
                .Select(s => (s.First().Title, s.First().DueAt, now[s.Key].First().DueAt))],
            after.Stopped is { } stopped ? (TitleOf(stopped.Step), stopped.Why) : null,
            after.Stopped is null && after.Status != before.Status ? after.Status : null);
    }
    private sealed record FinishedCase(Guid Id, string Number, DateTime CreatedAt, Guid? ParentId, string? Occasion, string? Area);

    /// <param name="Definition">The version that the case went by.</param>
    /// <param name="Ended">Its state at the end.</param>
    /// <param name="Dispatcher">The case that opened it and waits for it; null when there is none.</param>
    private sealed record Past(WorkflowDefinition Definition, InstanceState Ended, List<PastAnswer> Answers, CaseFile? Dispatcher);
}
