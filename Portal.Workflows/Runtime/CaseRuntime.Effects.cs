using System.Text.Json;
using System.Text.Json.Nodes;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Workflows.Engine;

namespace Portal.Workflows.Runtime;

/// <content>Runs a definition on, and turns its effects into rows of the unit of work.</content>
public sealed partial class CaseRuntime
{
    /// <summary>Events that one act publishes and its own case hears, and children that end at once; more is a loop.</summary>
    public const int MaxTurns = 2_000;

    /// <summary>Runs the definition on, and turns its effects into rows.</summary>
    /// <param name="before">What the start asked for beside the step that is answered in the act of starting.</param>
    private async Task<Result> AdvanceAsync(
        CaseFile file, IProcess process, CompiledDefinition definition, Stimulus stimulus, (UserTask Task, string Outcome)? answered,
        CaseContext context, CancellationToken cancellation, IReadOnlyList<Effect>? before = null)
    {
        var wasRunning = file.Instance.Status == InstanceStatus.Running;
        var facts = process.Facts(file, context);
        var run = Runner.Run(definition, file.Instance.State, stimulus, facts, context.Now, file.Case.Id.ToString("N"));
        if (!run.Accepted)
        {
            return answered is { } late ? Meanwhile(late.Task, context) : Refusal.NotFound;
        }

        file.Instance.Take(run.State);
        if (answered is { } one && run.State.Waiting.Exists(w => w.Id == one.Task.WaitId))
        {
            one.Task.NoteAnswer(context.PrincipalId, one.Outcome);
        }

        var told = new HashSet<string>(file.Tasks.SelectMany(t => t.Assignees).Select(a => a.PersonId));
        var pending = new Queue<Effect>([.. before ?? [], .. run.Effects]);
        var opens = new List<OpenTask>();
        var turns = 0;
        void GoOn(Stimulus next)
        {
            if (++turns > MaxTurns)
            {
                return;
            }

            var follow = Runner.Run(definition, file.Instance.State, next, process.Facts(file, context), context.Now, file.Case.Id.ToString("N"));
            if (follow.Accepted)
            {
                file.Instance.Take(follow.State);
                follow.Effects.ToList().ForEach(pending.Enqueue);
            }
        }

        while (pending.TryDequeue(out var effect))
        {
            switch (effect)
            {
                case DemandGuard guard:
                    file.Item = guard.Item;
                    if (process.Check(guard.Rule, file, context) is { } refusal)
                    {
                        return refusal;
                    }

                    break;
                case DemandAct act:
                    file.Item = act.Item;
                    var acted = process.Act(act.Act, file, context, store);
                    if (!acted.IsSuccess)
                    {
                        return acted.Refusal;
                    }

                    break;
                case OpenTask open:
                    opens.Add(open);
                    break;
                case CloseTask close:
                    opens.RemoveAll(o => o.WaitId == close.WaitId);
                    if (file.Tasks.Find(t => t.WaitId == close.WaitId && t.State == UserTaskState.Open) is { } closed)
                    {
                        if (answered is { } a && closed.Id == a.Task.Id)
                        {
                            closed.Complete(a.Outcome, context.Actor.PersonId, context.ActingForId, context.Now);
                        }
                        else
                        {
                            closed.Cancel(context.Now);
                        }
                    }

                    break;
                case OpenTimer timer:
                    store.Add(new WorkflowTimer { CaseId = file.Case.Id, WaitId = timer.WaitId, At = timer.At });
                    break;
                case CloseTimer timer:
                    if (await store.FindTimerAsync(file.Case.Id, timer.WaitId, cancellation) is { } stored)
                    {
                        store.Remove(stored);
                    }

                    break;
                case Notify notify:
                    file.Item = notify.Item;
                    Tell(file.Case, null, Enum.TryParse<NotificationKind>(notify.Kind, out var kind) ? kind : NotificationKind.Changed,
                        People.Of(notify.Who, [], process, file, facts, context), context);
                    break;
                case PublishEvent published:
                    GoOn(new EventStimulus(published.Name, published.Payload));
                    foreach (var child in published.IsLocal ? [] : await store.FindChildrenAsync(file.Case.Id, cancellation))
                    {
                        if (await PassOnAsync(child, new EventStimulus(published.Name, published.Payload), context, cancellation) is { IsSuccess: false, Refusal: { } unheard })
                        {
                            return unheard;
                        }
                    }

                    break;
                case DispatchChildren dispatch:
                    var dispatched = await DispatchAsync(file, dispatch, context, cancellation);
                    if (!dispatched.IsSuccess)
                    {
                        return dispatched.Refusal;
                    }

                    foreach (var heard in dispatched.Value)
                    {
                        GoOn(heard);
                    }

                    break;
                case RaiseIncident raised:
                    Report(file, raised.Incident, context);
                    break;
                default:
                    break;
            }
        }

        // An event that is published by what hears it: each burst for itself has an end, all of them together have none.
        if (turns > MaxTurns)
        {
            return new Refusal("Process.Endless", null, process.Key);
        }

        // Opened last, so that title, people and due time speak of the case as all acts of the burst have left it.
        var (title, status, state) = process.Describe(file, context);
        file.Case.Describe(title, file.Case.Areas.Select(a => context.Directory.AreaName(a.AreaId)));
        facts = process.Facts(file, context);
        foreach (var open in opens)
        {
            OpenTask(file, process, definition, open, facts, context);
        }

        // A way that administrators led to an end without an act of the process: the matter goes no further.
        var ended = wasRunning && file.Instance.Status != InstanceStatus.Running && state == CaseState.Open;
        var hasIncident = await SettleIncidentsAsync(file, context, cancellation);
        file.Case.Follow(ended ? "Cancelled" : status, ended ? CaseState.Cancelled : state, hasIncident, context.Now);
        store.Touch(file.Case.Id, told.Union(file.Tasks.SelectMany(t => t.Assignees).Select(a => a.PersonId)));
        return wasRunning && file.Instance is { Status: not InstanceStatus.Running, ParentWaitId: { } wait } && file.Case.ParentId is { } parentId
            && !_dispatching.Contains(parentId) && await store.FindCaseAsync(parentId, cancellation) is { } parent
            ? await PassOnAsync(parent, new ChildEndedStimulus(wait, ReportOf(file)), context, cancellation) : Result.Ok;
    }

    /// <summary>The n-th time a step is done; from 1.</summary>
    private static int Round(CompiledDefinition definition, CaseFile file, string stepId, string? item) =>
        1 + file.Instance.State.Completed.GetValueOrDefault(InstanceState.CompletedKey(definition.Find(stepId)?.Path ?? stepId, item));

    private void OpenTask(
        CaseFile file, IProcess process, CompiledDefinition definition, OpenTask open, IReadOnlyDictionary<string, JsonNode?> facts, CaseContext context)
    {
        file.Item = open.Item;
        facts = open.Item is null ? facts : process.Facts(file, context);
        var people = People.Of(open.Spec.Who, open.Spec.Excluded, process, file, facts, context);
        var round = Round(definition, file, open.ActivityId, open.Item);
        var task = NewTask(file, definition, open, people, facts, context, round);
        foreach (var action in open.Spec.Actions.Where(a => a.IsOptional))
        {
            foreach (var person in People.Of(action.Who, [], process, file, facts, context))
            {
                task.Assign(person, optional: true);
            }
        }

        file.Tasks.Add(task);
        store.Add(task);
        foreach (var person in people)
        {
            file.Case.Involve(person, CasePersonKind.Assignee);
        }

        if (people.Count == 0 && !open.Spec.IsOptional)
        {
            Report(file, OfWait(task.WaitId, open.ActivityId, IncidentKinds.NoAssignee, string.Join(", ", open.Spec.Who)), context);
        }

        if (!open.Spec.IsOptional)
        {
            Tell(file.Case, task, round > 1 ? NotificationKind.TaskReturned : NotificationKind.TaskAssigned, people, context);
        }
    }

    private static UserTask NewTask(
        CaseFile file, CompiledDefinition definition, OpenTask open, IReadOnlyList<string> people, IReadOnlyDictionary<string, JsonNode?> facts,
        CaseContext context, int round)
    {
        var areas = string.Join(", ", file.Case.Areas.Select(a => context.Directory.AreaName(a.AreaId)));
        var task = new UserTask
        {
            CaseId = file.Case.Id,
            WaitId = open.WaitId,
            StepId = open.ActivityId,
            Title = open.Spec.Title,
            ProcessKey = file.Case.ProcessKey,
            CaseNumber = file.Case.Number,
            CaseTitle = file.Case.Title,
            GroupId = file.Case.GroupId,
            Item = open.Item,
            AreaNames = areas,
            SearchText = VietnameseText.Fold($"{file.Case.Number} {open.Spec.Title} {file.Case.Title} {areas}"),
            Sensitivity = file.Case.Sensitivity,
            SpecJson = definition.Find(open.ActivityId)?.FixedSpec is null ? JsonSerializer.Serialize(open.Spec) : "",
            CreatedAt = context.Now,
            DueClause = open.Spec.Due?.Clause,
            Round = round,
            IsOptional = open.Spec.IsOptional,
        };
        task.SetDue(DueTime.Of(open.Spec, facts, file.Instance.State, context));
        task.NextAttentionAt = Attention.First(task, open.Spec, context);
        foreach (var person in people)
        {
            task.Assign(person, optional: open.Spec.IsOptional);
        }

        return task;
    }

    // Section 11: what a notice says is number, step and area; Restricted matters show neither.
    private void Tell(Case subject, UserTask? task, NotificationKind kind, IEnumerable<string> people, CaseContext context)
    {
        var restricted = subject.Sensitivity == Sensitivity.Restricted;
        var text = kind == NotificationKind.ForHead || restricted ? "" : string.Join(" · ", new[] { task?.Title, subject.NoticeTitle }.Where(t => !string.IsNullOrEmpty(t)));
        var reached = people.ToHashSet();
        if (task is not null)
        {
            reached.UnionWith(reached.SelectMany(p => context.Directory.SubstitutesOf(p, subject.ProcessKey, restricted, context.Today)).ToList());
        }

        foreach (var person in reached.Where(p => p != context.Actor.PersonId))
        {
            store.Add(new Notification
            {
                PersonId = person,
                Kind = kind,
                CaseId = subject.Id,
                TaskId = task?.Id,
                Text = $"{subject.Number}{(text.Length > 0 ? $" · {text}" : "")}",
                At = context.Now,
            });
        }

        store.Touch(subject.Id, reached);
    }
}
