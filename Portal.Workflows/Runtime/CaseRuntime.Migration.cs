using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Workflows.Engine;
using Portal.Workflows.UserTasks;

namespace Portal.Workflows.Runtime;

public sealed partial class CaseRuntime
{
    /// <summary>What moving a case to another version would do; nothing is changed.</summary>
    public async Task<Result<CasePreview>> PreviewMigrationAsync(
        Guid caseId, CompiledDefinition to, IReadOnlyDictionary<string, string> mapping, CaseContext context,
        CancellationToken cancellation = default) =>
        await TurnOfAsync(caseId, context, cancellation) is { } turn ? Preview(turn, to, mapping) : Refusal.NotFound;

    /// <summary>
    /// Moves a running case to another version: its open steps become those of the new one with their form, fields, people and
    /// deadline; what is done stays done. The way back is the same act with the version it came from.
    /// </summary>
    public async Task<Result<CasePreview>> MigrateAsync(
        Guid caseId, string versionId, IReadOnlyDictionary<string, string> mapping, string reason, CaseContext context,
        CancellationToken cancellation = default)
    {
        if (await TurnOfAsync(caseId, context, cancellation) is not { } turn)
        {
            return Refusal.NotFound;
        }

        var to = await DefinitionOfAsync(versionId, cancellation);
        var preview = Preview(turn, to, mapping);
        if (preview.Problems.Count > 0)
        {
            return new Refusal($"migration.{preview.Problems[0].Code}", null, preview.Problems[0].Step);
        }

        var (file, instance) = (turn.File, turn.File.Instance);
        var plan = InstanceMigration.Plan(turn.Definition, to, instance.State, mapping);
        foreach (var (task, step) in Moved(file, plan, to))
        {
            Become(turn.At(task.Item), task, step.Id, SpecOf(task, turn.Definition), step.FixedSpec!);
        }

        var moves = string.Join("; ", plan.Steps.Where(s => s.From != s.To).Select(s => $"{s.From} → {s.To}"));
        _store.Audit(Entries.Of(context, "Case.Migrated", caseId, $"{instance.DefinitionVersionId} → {versionId}", moves, reason));
        instance.MoveTo(versionId, plan.State!);
        if (file.Case.HasIncident)
        {
            file.Case.Follow(file.Case.Status, file.Case.State, await _incidents.SettleAsync(turn, cancellation), context.Now);
        }

        return preview;
    }

    private void Become(Turn turn, UserTask task, string stepId, UserTaskSpec before, UserTaskSpec after)
    {
        var due = DueAfter(turn, task, before, after);
        var words = $"{turn.Case.Number} {after.Title} {_store.Words(turn.Case.Title)} {task.AreaNames}";
        task.Become(stepId, after.Title, VietnameseText.Fold(words));
        if (due != task.DueAt || after.Reminders != before.Reminders)
        {
            task.SetDue(due);
            task.NextAttentionAt = Attention.After(turn.Context.Now, task, after, turn.At(task.Item));
        }

        if (PeopleChange(before, after))
        {
            Follow(turn, task, after);
        }

        _store.Touch(turn.Case.Id, task.Assignees.Select(a => a.PersonId));
    }

    private static CasePreview Preview(Turn turn, CompiledDefinition to, IReadOnlyDictionary<string, string> mapping)
    {
        var (file, from) = (turn.File, turn.Definition);
        var plan = InstanceMigration.Plan(from, to, file.Instance.State, mapping);
        var targets = Moved(file, plan, to).ToDictionary(m => m.Task.WaitId, m => m.Step);
        return new CasePreview(
            file.Case.Id, file.Case.Number, file.Instance.DefinitionVersionId,
            [.. plan.Steps.Select(s => Moved(turn, s, targets.GetValueOrDefault(s.WaitId), to))],
            [.. plan.Problems.Select(p => p with { Step = NameOf(from, to, p.Step) })]);
    }

    // What is no more has the name that it had.
    private static string NameOf(CompiledDefinition from, CompiledDefinition to, string step) =>
        (from.At(step) ?? from.Find(step) ?? to.At(step))?.Node.DisplayName ?? step;

    private static MigratedStep Moved(Turn turn, MovedStep planned, CompiledActivity? target, CompiledDefinition to)
    {
        var task = turn.File.Tasks.Find(t => t.WaitId == planned.WaitId && t.State == UserTaskState.Open);
        if (task is null || target?.FixedSpec is not { } after)
        {
            var (fromTitle, toTitle) =
                (task?.Title ?? TitleOf(turn.Definition, planned.From), planned.To is null ? "" : TitleOf(to, planned.To));
            return new MigratedStep(planned.From, fromTitle, planned.To, toTitle, task?.DueAt, task?.DueAt, false);
        }

        var before = SpecOf(task, turn.Definition);
        var due = DueAfter(turn.At(task.Item), task, before, after);
        return new MigratedStep(planned.From, task.Title, planned.To, after.Title, task.DueAt, due, PeopleChange(before, after));
    }

    private static string TitleOf(CompiledDefinition definition, string path) =>
        definition.At(path)?.Node.DisplayName ?? path;

    private static bool PeopleChange(UserTaskSpec before, UserTaskSpec after) =>
        !after.Who.SequenceEqual(before.Who) || !after.Excluded.SequenceEqual(before.Excluded);

    private static IEnumerable<(UserTask Task, CompiledActivity Step)> Moved(
        CaseFile file, MigrationPlan plan, CompiledDefinition to) =>
        plan.Steps
            .Select(s => (
                Task: file.Tasks.Find(t => t.WaitId == s.WaitId && t.State == UserTaskState.Open),
                Step: s.To is null ? null : to.At(s.To)))
            .Where(m => m is { Task: not null, Step: not null })
            .Select(m => (m.Task!, m.Step!));

    // A rule that did not change keeps the deadline as it stands, also one that was moved by a decision.
    private static DateTime? DueAfter(Turn turn, UserTask task, UserTaskSpec before, UserTaskSpec after) =>
        after.Due == before.Due ? task.DueAt : DueTime.Of(after, turn with { Context = turn.Context with { Now = task.CreatedAt } });
}
