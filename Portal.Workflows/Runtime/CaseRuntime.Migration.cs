using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Workflows.Engine;
using Portal.Workflows.UserTasks;

namespace Portal.Workflows.Runtime;

/// <summary>An open step of a case, as it is and as it would be on another version.</summary>
/// <param name="To">Null where nothing becomes of it.</param>
public sealed record MigratedStep(string From, string FromTitle, string? To, string ToTitle, DateTime? DueBefore, DateTime? DueAfter, bool PeopleChange);

/// <param name="Problems">Why the case cannot be moved; empty when it can.</param>
public sealed record CasePreview(Guid CaseId, string Number, string VersionId, IReadOnlyList<MigratedStep> Steps, IReadOnlyList<MigrationProblem> Problems);

public sealed partial class CaseRuntime
{
    /// <summary>What moving a case to another version would do; nothing is changed.</summary>
    public async Task<Result<CasePreview>> PreviewMigrationAsync(Guid caseId, CompiledDefinition to, IReadOnlyDictionary<string, string> mapping, CaseContext context, CancellationToken cancellation = default) =>
        await store.FindCaseAsync(caseId, cancellation) is { } file && processes.Find(file.Case.ProcessKey) is { } process
            ? await PreviewAsync(file, process, to, mapping, context, cancellation) : Refusal.NotFound;

    /// <summary>
    /// Moves a running case to another version: its open steps become those of the new one with their form, fields, people and
    /// deadline; what is done stays done. The way back is the same act with the version it came from.
    /// </summary>
    public async Task<Result<CasePreview>> MigrateAsync(Guid caseId, string versionId, IReadOnlyDictionary<string, string> mapping, string reason, CaseContext context, CancellationToken cancellation = default)
    {
        if (await store.FindCaseAsync(caseId, cancellation) is not { } file || processes.Find(file.Case.ProcessKey) is not { } process)
        {
            return Refusal.NotFound;
        }

        var to = await DefinitionOfAsync(versionId, cancellation);
        var preview = await PreviewAsync(file, process, to, mapping, context, cancellation);
        if (preview.Problems.Count > 0)
        {
            return new Refusal($"migration.{preview.Problems[0].Code}", null, preview.Problems[0].Step);
        }

        var from = await DefinitionOfAsync(file.Instance.DefinitionVersionId, cancellation);
        var plan = InstanceMigration.Plan(from, to, file.Instance.State, mapping);
        var facts = process.Facts(file, context);
        foreach (var (task, step) in Moved(file, plan, to))
        {
            var (before, after) = (SpecOf(task, from), step.FixedSpec!);
            file.Item = task.Item;
            var due = DueAfter(task, before, after, process, file, context);
            task.Become(step.Id, after.Title, VietnameseText.Fold($"{file.Case.Number} {after.Title} {file.Case.Title} {task.AreaNames}"));
            if (due != task.DueAt || after.Reminders != before.Reminders)
            {
                task.SetDue(due);
                task.NextAttentionAt = Attention.After(context.Now, task, after, context);
            }

            if (!after.Who.SequenceEqual(before.Who) || !after.Excluded.SequenceEqual(before.Excluded))
            {
                Follow(file, process, task, after, facts, context);
            }

            store.Touch(caseId, task.Assignees.Select(a => a.PersonId));
        }

        store.Audit(Entry(context, "Case.Migrated", caseId, $"{file.Instance.DefinitionVersionId} → {versionId}", string.Join("; ", plan.Steps.Where(s => s.From != s.To).Select(s => $"{s.From} → {s.To}")), reason));
        file.Instance.MoveTo(versionId, plan.State!);
        if (file.Case.HasIncident)
        {
            file.Case.Follow(file.Case.Status, file.Case.State, await SettleIncidentsAsync(file, context, cancellation), context.Now);
        }

        return preview;
    }

    private async Task<CasePreview> PreviewAsync(CaseFile file, IProcess process, CompiledDefinition to, IReadOnlyDictionary<string, string> mapping, CaseContext context, CancellationToken cancellation)
    {
        var from = await DefinitionOfAsync(file.Instance.DefinitionVersionId, cancellation);
        var plan = InstanceMigration.Plan(from, to, file.Instance.State, mapping);
        var targets = Moved(file, plan, to).ToDictionary(m => m.Task.WaitId, m => m.Step);
        string TitleOf(CompiledDefinition definition, string path) => definition.All.FirstOrDefault(a => a.Path == path)?.Node.DisplayName ?? path;
        return new CasePreview(file.Case.Id, file.Case.Number, file.Instance.DefinitionVersionId, [.. plan.Steps.Select(s =>
        {
            var task = file.Tasks.Find(t => t.WaitId == s.WaitId && t.State == UserTaskState.Open);
            if (task is null || !targets.TryGetValue(s.WaitId, out var target) || target.FixedSpec is not { } after)
            {
                return new MigratedStep(s.From, task?.Title ?? TitleOf(from, s.From), s.To, s.To is null ? "" : TitleOf(to, s.To), task?.DueAt, task?.DueAt, false);
            }

            var before = SpecOf(task, from);
            file.Item = task.Item;
            return new MigratedStep(s.From, task.Title, s.To, after.Title, task.DueAt, DueAfter(task, before, after, process, file, context), !after.Who.SequenceEqual(before.Who) || !after.Excluded.SequenceEqual(before.Excluded));
        })], plan.Problems);
    }

    private static IEnumerable<(UserTask Task, CompiledActivity Step)> Moved(CaseFile file, MigrationPlan plan, CompiledDefinition to) => plan.Steps
        .Select(s => (Task: file.Tasks.Find(t => t.WaitId == s.WaitId && t.State == UserTaskState.Open), Step: to.All.FirstOrDefault(a => a.Path == s.To)))
        .Where(m => m is { Task: not null, Step: not null }).Select(m => (m.Task!, m.Step!));

    // A rule that did not change keeps the deadline as it stands, also one that was moved by a decision.
    private static DateTime? DueAfter(UserTask task, UserTaskSpec before, UserTaskSpec after, IProcess process, CaseFile file, CaseContext context) =>
        after.Due == before.Due ? task.DueAt : DueTime.Of(after, process.Facts(file, context), file.Instance.State, context with { Now = task.CreatedAt });
}
