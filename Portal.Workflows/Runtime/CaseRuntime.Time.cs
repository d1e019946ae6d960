using System.Text.Json.Nodes;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Workflows.Engine;
using Portal.Workflows.UserTasks;

namespace Portal.Workflows.Runtime;

/// <content>What time and the organisation bring to open steps: timers, reminders, escalation, new people.</content>
public sealed partial class CaseRuntime
{
    /// <summary>A timer of the definition has come due.</summary>
    public async Task<Result> FireTimerAsync(Guid caseId, int waitId, CaseContext context, CancellationToken cancellation = default)
    {
        if (await store.FindTimerAsync(caseId, waitId, cancellation) is not { } timer || await store.FindCaseAsync(caseId, cancellation) is not { } file
            || processes.Find(file.Case.ProcessKey) is not { } process)
        {
            return Refusal.NotFound;
        }

        store.Remove(timer);
        var definition = await DefinitionOfAsync(file.Instance.DefinitionVersionId, cancellation);
        return await AdvanceAsync(file, process, definition, new TimeStimulus(waitId), null, context, cancellation);
    }

    /// <summary>Looks at a task whose moment of attention has come: reminds, escalates, or leaves through <c>Timeout</c>. Never decides .</summary>
    public async Task<Result> AttendAsync(Guid taskId, CaseContext context, CancellationToken cancellation = default)
    {
        if (await store.FindByTaskAsync(taskId, cancellation) is not { } file || processes.Find(file.Case.ProcessKey) is not { } process)
        {
            return Refusal.NotFound;
        }

        var task = file.Tasks.Find(t => t.Id == taskId)!;
        if (task.State != UserTaskState.Open || task.NextAttentionAt is not { } at || at > context.Now)
        {
            return Result.Ok;
        }

        file.Item = task.Item;
        var definition = await DefinitionOfAsync(file.Instance.DefinitionVersionId, cancellation);
        var spec = SpecOf(task, definition);
        var isUp = task.DueAt is { } due && context.Now >= due;
        if (isUp && spec.OnTimeout.Do == "leave" && spec.EnableTimeoutOutcome)
        {
            var applied = process.TimeOut(task.StepId, file, context);
            if (!applied.IsSuccess)
            {
                return applied.Refusal;
            }

            return await AdvanceAsync(file, process, definition, new TimeStimulus(task.WaitId), (task, "Timeout"), context, cancellation);
        }

        var attention = Attention.At(task, spec, context);
        Tell(file.Case, task, attention.Kind, task.Assignees.Where(a => a.IsOpen && !a.IsOptional).Select(a => a.PersonId), context);
        if (attention.EscalateTo.Count > 0)
        {
            Tell(file.Case, task, NotificationKind.Escalated, People.Of(attention.EscalateTo, [], process, file, process.Facts(file, context), context)
                .Except(task.Assignees.Where(a => a.IsOpen && !a.IsOptional).Select(a => a.PersonId)), context);
        }

        if (isUp && spec.OnTimeout.Do == "widen")
        {
            Widen(file, process, task, spec, context);
        }

        task.NextAttentionAt = Attention.After(context.Now, task, spec, context);
        return Result.Ok;
    }

    // One more link of the chain each time: those who may act are more, nobody has decided.
    private void Widen(CaseFile file, IProcess process, UserTask task, UserTaskSpec spec, CaseContext context)
    {
        foreach (var link in spec.OnTimeout.To)
        {
            var added = People.Of([link], spec.Excluded, process, file, process.Facts(file, context), context).Where(task.Widen).ToList();
            if (added.Count > 0)
            {
                added.ForEach(p => file.Case.Involve(p, CasePersonKind.Assignee));
                Tell(file.Case, task, NotificationKind.Escalated, added, context);
                store.Audit(Entry(context, "Task.Reassigned", file.Case.Id, task.StepId, string.Join(", ", added)));
                return;
            }
        }
    }

    /// <summary>
    /// A rule refused what time brought: nothing was written. The administrators are told once; it is tried again every hour, since
    /// what the rule asks for may come meanwhile.
    /// </summary>
    /// <param name="waitId">Of the timer, or of the step whose time is up.</param>
    /// <param name="code">Code of the refusal.</param>
    public async Task<Result> PutOffAsync(Guid caseId, int waitId, string code, CaseContext context, CancellationToken cancellation = default)
    {
        if (await store.FindCaseAsync(caseId, cancellation) is not { } file || file.Instance.State.Waiting.Find(w => w.Id == waitId) is not { } wait)
        {
            return Refusal.NotFound;
        }

        await SetTimeAsync(file, waitId, context.Now.AddHours(1), cancellation);
        if (!(await store.OpenIncidentsAsync(caseId, cancellation)).Any(i => i.Number == -waitId))
        {
            Report(file, OfWait(waitId, wait.Activity, IncidentKinds.TimeRefused, code), context);
            file.Case.Follow(file.Case.Status, file.Case.State, hasIncident: true, context.Now);
        }

        return Result.Ok;
    }

    // When a timer fires, or a step whose time is up is looked at again.
    private async Task SetTimeAsync(CaseFile file, int waitId, DateTime at, CancellationToken cancellation)
    {
        if (await store.FindTimerAsync(file.Case.Id, waitId, cancellation) is { } timer)
        {
            timer.At = at;
        }
        else if (file.Tasks.Find(t => t.WaitId == waitId && t.State == UserTaskState.Open) is { } task)
        {
            task.NextAttentionAt = at;
        }
    }

    /// <summary>
    /// Gives the open steps of a case to whom the organisation names today: a new lead, a new leader in charge (E-T8,
    /// E-R8). A step for which nobody is found stays with whom it was.
    /// </summary>
    /// <returns>How many people were added.</returns>
    public async Task<Result<int>> FollowOrganisationAsync(Guid caseId, CaseContext context, CancellationToken cancellation = default)
    {
        if (await store.FindCaseAsync(caseId, cancellation) is not { } file || processes.Find(file.Case.ProcessKey) is not { } process)
        {
            return Refusal.NotFound;
        }

        var definition = await DefinitionOfAsync(file.Instance.DefinitionVersionId, cancellation);
        var facts = process.Facts(file, context);
        var added = 0;
        foreach (var task in file.Tasks.Where(t => t.State == UserTaskState.Open))
        {
            added += Follow(file, process, task, SpecOf(task, definition), facts, context);
        }

        if (added > 0 && file.Case.HasIncident)
        {
            file.Case.Follow(file.Case.Status, file.Case.State, await SettleIncidentsAsync(file, context, cancellation), context.Now);
        }

        return added;
    }

    /// <summary>Gives an open step to whom its settings name today.</summary>
    /// <returns>How many people were added.</returns>
    private int Follow(CaseFile file, IProcess process, UserTask task, UserTaskSpec spec, IReadOnlyDictionary<string, JsonNode?> facts, CaseContext context)
    {
        file.Item = task.Item;
        List<string> people = [.. People.Of(spec.Who, spec.Excluded, process, file, facts, context)];
        people.AddRange(task.Assignees.Where(a => a.IsWidened && a.IsOpen && !people.Contains(a.PersonId)).Select(a => a.PersonId).ToList());
        var optional = spec.Actions.Where(a => a.IsOptional).SelectMany(a => People.Of(a.Who, [], process, file, facts, context)).Except(people).ToList();
        if (people.Count == 0 || task.Assignees.Where(a => a.IsOpen).Select(a => (a.PersonId, a.IsOptional)).ToHashSet()
            .SetEquals(people.Except(task.Assignees.Where(a => !a.IsOpen).Select(a => a.PersonId)).Select(p => (p, task.IsOptional)).Concat(optional.Select(p => (p, true)))))
        {
            return 0;
        }

        var before = task.Assignees.Where(a => a.IsOpen).ToList();
        foreach (var gone in before.Where(a => !people.Contains(a.PersonId) && !optional.Contains(a.PersonId)))
        {
            task.Unassign(gone.PersonId);
        }

        foreach (var (person, isOptional) in people.Select(p => (p, task.IsOptional)).Concat(optional.Select(p => (p, true))))
        {
            task.Assign(person, isOptional);
        }

        var newcomers = people.Except(before.Where(a => !a.IsOptional || task.IsOptional).Select(a => a.PersonId)).ToList();
        foreach (var person in newcomers)
        {
            file.Case.Involve(person, CasePersonKind.Assignee);
        }

        store.Audit(Entry(context, "Task.Reassigned", file.Case.Id, task.StepId, string.Join(", ", newcomers)));
        store.Touch(file.Case.Id, before.Select(a => a.PersonId));
        if (!spec.IsOptional)
        {
            Tell(file.Case, task, NotificationKind.TaskAssigned, newcomers, context);
        }

        return newcomers.Count;
    }

    private async Task MoveDeadlinesAsync(CaseFile file, CaseContext context, CancellationToken cancellation)
    {
        var process = processes.Find(file.Case.ProcessKey)!;
        var definition = await DefinitionOfAsync(file.Instance.DefinitionVersionId, cancellation);
        foreach (var task in file.Tasks.Where(t => t.State == UserTaskState.Open))
        {
            file.Item = task.Item;
            var spec = SpecOf(task, definition);
            if (spec.Due?.At is not null && DueTime.Of(spec, process.Facts(file, context), file.Instance.State, context) is { } due && due != task.DueAt)
            {
                task.SetDue(due);
                task.NextAttentionAt = Attention.First(task, spec, context);
                store.Touch(file.Case.Id, task.Assignees.Select(a => a.PersonId));
            }
        }
    }
}
