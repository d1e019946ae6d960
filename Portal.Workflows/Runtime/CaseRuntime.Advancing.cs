using System.Text.Json;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Workflows.Engine;
using Portal.Workflows.Runtime.Openings;
using Portal.Workflows.UserTasks;

namespace Portal.Workflows.Runtime;

/// <content>Runs a definition on, and settles what comes of it.</content>
public sealed partial class CaseRuntime
{
    /// <summary>Events that one act publishes and its own case hears, and children that end at once; more is a loop.</summary>
    public const int MaxBursts = 2_000;

    /// <summary>Runs the definition of a turn on by one stimulus; what it asks for is pending in the turn that is returned.</summary>
    /// <returns>The turn as it was where nothing waits for the stimulus.</returns>
    internal Result<Turn> GoOn(Turn turn, Stimulus stimulus)
    {
        // An event that is published by what hears it: each burst for itself has an end, all of them together have none.
        if (turn.Bursts >= MaxBursts)
        {
            return RuntimeRefusals.Endless(turn.Process.Key);
        }

        return Run(turn, stimulus) ?? turn with { Bursts = turn.Bursts + 1 };
    }

    /// <returns>Null where nothing waits for the stimulus.</returns>
    private Turn? Run(Turn turn, Stimulus stimulus)
    {
        var run = _engine.Run(turn.Definition, turn.File.Instance.State, stimulus, turn.Facts, turn.Context.Now, turn.InstanceId);
        if (!run.Accepted)
        {
            return null;
        }

        turn.File.Instance.Take(run.State);
        return turn with
        {
            Pending = run.Effects.Aggregate(turn.Pending, (pending, effect) => pending.Enqueue(effect)),
            Bursts = turn.Bursts + 1
        };
    }

    /// <summary>Lets a case go on by one stimulus, and turns what that asks for into rows.</summary>
    private async Task<Result> AdvanceAsync(Turn turn, Stimulus stimulus, CancellationToken cancellation)
    {
        var (file, wasRunning, wasOpen) =
            (turn.File, turn.File.Instance.Status == InstanceStatus.Running, turn.Case.State == CaseState.Open);
        var told = file.Tasks.SelectMany(t => t.Assignees).Select(a => a.PersonId).ToHashSet();
        if (Run(turn with { }, stimulus) is not { } running)
        {
            return turn.Answered is { } late ? Meanwhile(late.Task, turn.Context) : Refusal.NotFound;
        }

        if (turn.Answered is { } answered && file.Instance.State.Waiting.Exists(w => w.Id == answered.Task.WaitId))
        {
            answered.Task.NoteAnswer(turn.Context.PrincipalId, answered.Outcome);
        }

        var done = await _handlers.HandleAllAsync(running, cancellation);
        if (!done.IsSuccess)
        {
            return done.Refusal;
        }

        await SettleAsync(done.Value, wasRunning, cancellation);
        _store.Touch(file.Case.Id, told.Union(file.Tasks.SelectMany(t => t.Assignees).Select(a => a.PersonId)));
        return await TellOthersAsync(turn, wasRunning, wasOpen, cancellation);
    }

    /// <summary>The case is called as all acts have left it, its steps are opened, its incidents settled.</summary>
    private async Task SettleAsync(Turn turn, bool wasRunning, CancellationToken cancellation)
    {
        var (file, subject) = (turn.File, turn.Case);
        var description = turn.Process.Describe(turn);
        var areas = subject.Areas.Select(a => turn.Context.Directory.AreaName(a.AreaId));
        subject.Describe(description.Title, _store.Words(description.Title), areas);
        subject.TakePlace(description.TakesPlace);
        if (description.Named is { } named)
        {
            subject.SetNamed(named);
        }

        turn = turn with { };
        foreach (var open in turn.ToOpen)
        {
            OpenTask(turn.At(open.Item), open);
        }

        // A way that administrators led to an end without an act of the process: the matter goes no further.
        var ended = wasRunning && file.Instance.Status != InstanceStatus.Running && description.State == CaseState.Open;
        var hasIncident = await _incidents.SettleAsync(turn, cancellation);
        var (status, state) = ended ? (nameof(CaseState.Cancelled), CaseState.Cancelled) : (description.Status, description.State);
        subject.Follow(status, state, hasIncident, turn.Context.Now);
    }

    /// <summary>When a case has ended: what that opens, and the case that waits for it.</summary>
    private async Task<Result> TellOthersAsync(Turn turn, bool wasRunning, bool wasOpen, CancellationToken cancellation)
    {
        var file = turn.File;
        if (wasOpen && file.Case.State != CaseState.Open
            && await OpenByEventAsync(Origin.Of(turn), CaseEvents.Ended, null, cancellation) is { IsSuccess: false, Refusal: { } refusal })
        {
            return refusal;
        }

        return wasRunning
            && file.Instance is { Status: not InstanceStatus.Running, ParentWaitId: { } wait }
            && file.Case.ParentId is { } parentId
            && !_dispatching.Contains(parentId)
            && await _store.FindCaseAsync(parentId, cancellation) is { } parent
                ? await PassOnAsync(parent, new ChildEndedStimulus(wait, ReportOf(file)), turn.Context, cancellation)
                : Result.Ok;
    }

    /// <summary>The n-th time a step is done; from 1.</summary>
    private static int Round(Turn turn, string stepId, string? item) =>
        1 + turn.File.Instance.State.Completed.GetValueOrDefault(InstanceState.CompletedKey(
            turn.Definition.Find(stepId)?.Path ?? stepId, item));

    private void OpenTask(Turn turn, OpenTask open)
    {
        var who = Assignees.Of(open.Spec, turn);
        var task = NewTask(turn, open, who.People, Round(turn, open.ActivityId, open.Item));
        foreach (var person in who.Optional)
        {
            task.Assign(person, optional: true);
        }

        turn.File.Tasks.Add(task);
        _store.Add(task);
        foreach (var person in who.People)
        {
            turn.Case.Involve(person, CasePersonKind.Assignee);
        }

        if (open.Spec.IsOptional)
        {
            return;
        }

        if (who.People.Count == 0)
        {
            _incidents.Report(
                turn, IncidentReports.OfWait(task.WaitId, open.ActivityId, IncidentKinds.NoAssignee, string.Join(", ", open.Spec.Who)));
        }

        if (turn.IsOneOfMany)
        {
            _store.Touch(turn.Case.Id, who.People);
            return;
        }

        _notices.Tell(
            turn.Case, task, task.Round > 1 ? NotificationKind.TaskReturned : NotificationKind.TaskAssigned, who.People, turn.Context);
    }

    // Who is asked without reading the Restricted part, a department for instance, says nothing that comes of it.
    private static bool IsAboutRestricted(Case subject, string? item, IReadOnlyList<string> people, CaseContext context) =>
        subject.HoldsRestricted(item) && people.Any(p =>
            CaseAccess.CanReadPart(
                AccessScope.Of(p, context.Directory, context.Today), subject, Sensitivity.Restricted, subject.InitiatorId));

    private UserTask NewTask(Turn turn, OpenTask open, IReadOnlyList<string> people, int round)
    {
        var (subject, context) = (turn.Case, turn.Context);
        var areas = string.Join(", ", subject.Areas.Select(a => context.Directory.AreaName(a.AreaId)));
        var task = new UserTask
        {
            CaseId = subject.Id,
            WaitId = open.WaitId,
            StepId = open.ActivityId,
            Title = open.Spec.Title,
            ProcessKey = subject.ProcessKey,
            CaseNumber = subject.Number,
            CaseTitle = subject.Title,
            GroupId = subject.GroupId,
            Item = open.Item,
            AreaNames = areas,
            SearchText = VietnameseText.Fold($"{subject.Number} {open.Spec.Title} {_store.Words(subject.Title)} {areas}"),
            Sensitivity = subject.Sensitivity,
            IsAboutRestricted = IsAboutRestricted(subject, open.Item, people, context),
            IsForHeadAlone = open.Spec.Who is [UserTaskSpec.Head],
            SpecJson = turn.Definition.Find(open.ActivityId)?.FixedSpec is null ? JsonSerializer.Serialize(open.Spec) : "",
            CreatedAt = context.Now,
            DueClause = open.Spec.Due?.Clause,
            Round = round,
            IsOptional = open.Spec.IsOptional,
        };
        task.SetDue(DueTime.Of(open.Spec, turn));
        task.NextAttentionAt = Attention.First(task, open.Spec, turn);
        foreach (var person in people)
        {
            task.Assign(person, optional: open.Spec.IsOptional);
        }

        return task;
    }
}
