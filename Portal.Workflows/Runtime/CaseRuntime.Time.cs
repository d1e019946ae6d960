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
        if (await _store.FindTimerAsync(caseId, waitId, cancellation) is not { } timer
            || await TurnOfAsync(caseId, context, cancellation) is not { } turn)
        {
            return Refusal.NotFound;
        }

        _store.Remove(timer);
        return await AdvanceAsync(turn, new TimeStimulus(waitId), cancellation);
    }

    /// <summary>Looks at a task whose moment of attention has come: reminds, escalates, or leaves through <c>Timeout</c>. Never decides
    /// .</summary>
    public async Task<Result> AttendAsync(Guid taskId, CaseContext context, CancellationToken cancellation = default)
    {
        if (await TurnOfAsync(await _store.FindByTaskAsync(taskId, cancellation), context, cancellation) is not { } turn)
        {
            return Refusal.NotFound;
        }

        var task = turn.File.Tasks.Find(t => t.Id == taskId)!;
        if (task.State != UserTaskState.Open || task.NextAttentionAt is not { } at || at > context.Now)
        {
            return Result.Ok;
        }

        turn = turn.At(task.Item);
        var spec = SpecOf(task, turn.Definition);
        var isUp = task.DueAt is { } due && context.Now >= due;
        if (isUp && spec.OnTimeout.Do == "leave" && spec.EnableTimeoutOutcome)
        {
            var applied = turn.Process.TimeOut(task.StepId, turn);
            return applied.IsSuccess
                ? await AdvanceAsync(
                    turn with { Answered = new AnsweredStep(task, "Timeout") }, new TimeStimulus(task.WaitId), cancellation)
                : applied.Refusal;
        }

        Remind(turn, task, spec);
        if (isUp && spec.OnTimeout.Do == "widen")
        {
            Widen(turn, task, spec);
        }

        task.NextAttentionAt = Attention.After(context.Now, task, spec, turn);
        return Result.Ok;
    }

    private void Remind(Turn turn, UserTask task, UserTaskSpec spec)
    {
        var attention = Attention.At(task, spec, turn.Context);
        List<string> people = HolderOf(task, spec, turn) is { } holder
            ? [holder]
            : [.. task.Assignees.Where(a => a.IsOpen && !a.IsOptional).Select(a => a.PersonId)];
        _notices.Tell(turn.Case, task, attention.Kind, people, turn.Context);
        if (attention.EscalateTo.Count > 0)
        {
            _notices.Tell(
                turn.Case, task, NotificationKind.Escalated, Assignees.Of(attention.EscalateTo, turn).Except(people), turn.Context);
        }
    }

    // One more link of the chain each time: those who may act are more, nobody has decided.
    private void Widen(Turn turn, UserTask task, UserTaskSpec spec)
    {
        foreach (var link in spec.OnTimeout.To)
        {
            var added = Assignees.Of([link], turn, spec.Excluded).Where(task.Widen).ToList();
            if (added.Count > 0)
            {
                added.ForEach(p => turn.Case.Involve(p, CasePersonKind.Assignee));
                _notices.Tell(turn.Case, task, NotificationKind.Escalated, added, turn.Context);
                _store.Audit(Entries.Of(turn.Context, "Task.Reassigned", turn.Case.Id, task.StepId, string.Join(", ", added)));
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
    public async Task<Result> PutOffAsync(
        Guid caseId, int waitId, string code, CaseContext context, CancellationToken cancellation = default)
    {
        if (await TurnOfAsync(caseId, context, cancellation) is not { } turn
            || turn.File.Instance.State.Waiting.Find(w => w.Id == waitId) is not { } wait)
        {
            return Refusal.NotFound;
        }

        await SetTimeAsync(turn.File, waitId, context.Now.AddHours(1), cancellation);
        if (!(await _store.OpenIncidentsAsync(caseId, cancellation)).Any(i => i.Number == -waitId))
        {
            _incidents.Report(turn, IncidentReports.OfWait(waitId, wait.Activity, IncidentKinds.TimeRefused, code));
            turn.Case.Follow(turn.Case.Status, turn.Case.State, hasIncident: true, context.Now);
        }

        return Result.Ok;
    }

    // When a timer fires, or a step whose time is up is looked at again.
    private async Task SetTimeAsync(CaseFile file, int waitId, DateTime at, CancellationToken cancellation)
    {
        if (await _store.FindTimerAsync(file.Case.Id, waitId, cancellation) is { } timer)
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
    /// E-R8). A step for which nobody is found stays with whom it was. Whom the case is for by name is said anew, too.
    /// </summary>
    /// <returns>How many people were added.</returns>
    public async Task<Result<int>> FollowOrganisationAsync(Guid caseId, CaseContext context, CancellationToken cancellation = default)
    {
        if (await TurnOfAsync(caseId, context, cancellation) is not { } turn)
        {
            return Refusal.NotFound;
        }

        if (turn.File.Subject is not null && turn.Process.Describe(turn).Named is { } named)
        {
            turn.Case.SetNamed(named);
        }

        var added = 0;
        foreach (var task in turn.File.Tasks.Where(t => t.State == UserTaskState.Open))
        {
            var spec = SpecOf(task, turn.Definition);
            task.IsForHeadAlone = spec.Who is [UserTaskSpec.Head];
            added += Follow(turn.At(task.Item), task, spec);
            if (task.HolderId is not null && HolderOf(task, spec, turn) is null)
            {
                task.Release();
            }
        }

        if (added > 0 && turn.Case.HasIncident)
        {
            turn.Case.Follow(turn.Case.Status, turn.Case.State, await _incidents.SettleAsync(turn, cancellation), context.Now);
        }

        return added;
    }

    /// <summary>Gives an open step to whom its settings name today.</summary>
    /// <returns>How many people were added.</returns>
    private int Follow(Turn turn, UserTask task, UserTaskSpec spec)
    {
        var named = Assignees.Of(spec, turn);
        List<string> people = [.. named.People.Union(task.Assignees.Where(a => a.IsWidened && a.IsOpen).Select(a => a.PersonId))];
        var optional = named.Optional.Except(people).ToList();
        if (people.Count == 0 || IsWithAlready(task, people, optional))
        {
            return 0;
        }

        var before = task.Assignees.Where(a => a.IsOpen).ToList();
        foreach (var gone in before.Where(a => !people.Contains(a.PersonId) && !optional.Contains(a.PersonId)))
        {
            task.Unassign(gone.PersonId);
        }

        people.ForEach(p => task.Assign(p, task.IsOptional));
        optional.ForEach(p => task.Assign(p, optional: true));
        var newcomers = people.Except(before.Where(a => !a.IsOptional || task.IsOptional).Select(a => a.PersonId)).ToList();
        newcomers.ForEach(p => turn.Case.Involve(p, CasePersonKind.Assignee));
        _store.Audit(Entries.Of(turn.Context, "Task.Reassigned", turn.Case.Id, task.StepId, string.Join(", ", newcomers)));
        _store.Touch(turn.Case.Id, before.Select(a => a.PersonId));
        if (!spec.IsOptional)
        {
            _notices.Tell(turn.Case, task, NotificationKind.TaskAssigned, newcomers, turn.Context);
        }

        return newcomers.Count;
    }

    private static bool IsWithAlready(UserTask task, List<string> people, List<string> optional)
    {
        var answered = task.Assignees.Where(a => !a.IsOpen).Select(a => a.PersonId);
        var wanted = people.Except(answered).Select(p => (p, task.IsOptional)).Concat(optional.Select(p => (p, true)));
        return task.Assignees.Where(a => a.IsOpen).Select(a => (a.PersonId, a.IsOptional)).ToHashSet().SetEquals(wanted);
    }

    private void MoveDeadlines(Turn turn)
    {
        foreach (var task in turn.File.Tasks.Where(t => t.State == UserTaskState.Open))
        {
            var spec = SpecOf(task, turn.Definition);
            if (spec.Due?.At is not null && DueTime.Of(spec, turn.At(task.Item)) is { } due && due != task.DueAt)
            {
                task.SetDue(due);
                task.NextAttentionAt = Attention.First(task, spec, turn.At(task.Item));
                _store.Touch(turn.Case.Id, task.Assignees.Select(a => a.PersonId));
            }
        }
    }
}
