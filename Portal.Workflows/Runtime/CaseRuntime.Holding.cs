using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Workflows.UserTasks;

namespace Portal.Workflows.Runtime;

/// <content>
/// How people who share a step arrange themselves: one takes it, gives it back, hands it to another, looks at it later. None of this
/// moves a deadline, and none gives a right to anybody who has none.
/// </content>
public sealed partial class CaseRuntime
{
    /// <summary>How long a step stays with whom has taken it, in working days.</summary>
    private const string HoldKey = "Task.HoldDays";

    private const int LongestReason = 1000;

    /// <summary>
    /// Who could do a step that one answer settles: those whose step it is, and who stands in for them. Empty where each answers for
    /// themselves, and where nobody has to.
    /// </summary>
    public static IReadOnlyList<string> SharersOf(UserTask task, UserTaskSpec spec, Turn turn)
    {
        if (task.State != UserTaskState.Open || task.IsOptional || spec.Answers.Mode != AnswerMode.One
            || spec.Actions.FirstOrDefault(a => !a.IsOptional) is not { } main)
        {
            return [];
        }

        var (directory, day) = (turn.Context.Directory, turn.Context.Today);
        var own = Assignees.Entitled(task, spec, main, turn.At(task.Item));
        return
        [
            .. own.Concat(own.SelectMany(p => directory.SubstitutesOf(p, task.Errand, day)))
                .Except(Assignees.Barred(spec.Excluded, turn.At(task.Item))),
        ];
    }

    /// <summary>Who has taken the step and still may do it; null where anybody of them may.</summary>
    public static string? HolderOf(UserTask task, UserTaskSpec spec, Turn turn) =>
        task.HolderId is { } holder && task.HeldUntil > turn.Context.Now && SharersOf(task, spec, turn).Contains(holder) ? holder : null;

    /// <summary>Whether the person may give it back: who has taken it, and whose step it is where a substitute has.</summary>
    public static bool MayRelease(UserTask task, UserTaskSpec spec, Turn turn)
    {
        var actor = turn.Context.Actor.PersonId;
        return HolderOf(task, spec, turn) is { } holder
            && (holder == actor || (IsOwn(task, actor) && !IsOwn(task, holder)));
    }

    /// <summary>
    /// One of several takes the step: it leaves the inbox of the others until it is given back, it is due, or <c>Task.HoldDays</c> are
    /// over.
    /// </summary>
    public Task<Result> TakeAsync(Guid taskId, CaseContext context, CancellationToken cancellation = default) =>
        ArrangeAsync(taskId, context, (turn, task, spec) =>
        {
            var sharers = SharersOf(task, spec, turn);
            if (WhyNotTaken(sharers, task, spec, turn) is { } refusal)
            {
                return refusal;
            }

            return sharers.Count < 2 ? RuntimeRefusals.NobodyElse : Hold(turn, task, context.Actor.PersonId, "Task.Taken");
        }, cancellation);

    /// <summary>The step is given back to all whose step it is.</summary>
    public Task<Result> ReleaseAsync(Guid taskId, CaseContext context, CancellationToken cancellation = default) =>
        ArrangeAsync(taskId, context, (turn, task, spec) =>
        {
            if (!MayRelease(task, spec, turn))
            {
                return Refusal.Forbidden;
            }

            task.Release();
            _store.Audit(Entries.Of(context, "Task.Released", turn.Case.Id, task.StepId));
            return Result.Ok;
        }, cancellation);

    /// <summary>
    /// Đ7.B.1: the lead of the group moves what its members share, whoever has taken it: every one of them is of the group.
    /// </summary>
    public static bool IsMovedByLead(UserTask task, Turn turn)
    {
        var (directory, day, group) = (turn.Context.Directory, turn.Context.Today, turn.Case.GroupId);
        var own = task.Assignees.Where(a => a.IsOpen && !a.IsOptional).ToList();
        return directory.LeadOf(group, day) == turn.Context.Actor.PersonId
            && own.TrueForAll(a => directory.IsMember(group, a.PersonId, day));
    }

    /// <summary>Whom the person may hand the step to; empty where it is not the person's to move.</summary>
    public static IReadOnlyList<string> MayHandTo(UserTask task, UserTaskSpec spec, Turn turn)
    {
        var (sharers, actor) = (SharersOf(task, spec, turn), turn.Context.Actor.PersonId);
        var holder = HolderOf(task, spec, turn);
        return IsMovedByLead(task, turn) || (sharers.Contains(actor) && (holder is null || holder == actor))
            ? [.. sharers.Where(p => p != actor && p != holder)]
            : [];
    }

    /// <summary>The step is handed to another who may do it, with a reason that stands among the comments of the case.</summary>
    /// <param name="personId">One of <see cref="MayHandTo"/>.</param>
    public Task<Result> HandOverAsync(
        Guid taskId, string personId, Remark reason, CaseContext context, CancellationToken cancellation = default) =>
        ArrangeAsync(taskId, context, (turn, task, spec) =>
        {
            var refused = IsMovedByLead(task, turn) ? null : WhyNotTaken(SharersOf(task, spec, turn), task, spec, turn);
            if ((refused ?? WhyNotTo(personId, reason, MayHandTo(task, spec, turn), context)) is { } refusal)
            {
                return refusal;
            }

            _store.Add(new CaseComment
            {
                CaseId = turn.Case.Id,
                PersonId = context.Actor.PersonId,
                Text = reason.Text.Trim(),
                Mentions = personId,
                At = context.Now,
                Sensitivity = task.IsAboutRestricted && turn.Case.Sensitivity == Sensitivity.Normal
                    ? Sensitivity.Restricted
                    : Sensitivity.Normal,
            });
            _notices.Tell(turn.Case, task, NotificationKind.TaskAssigned, [personId], context);
            if (HolderOf(task, spec, turn) is { } holder && holder != context.Actor.PersonId)
            {
                _notices.Tell(turn.Case, task, NotificationKind.Changed, [holder], context);
            }

            return Hold(turn, task, personId, "Task.HandedOver");
        }, cancellation);

    /// <summary>The person looks at one's own step again on a day, its due day at the latest; null: now.</summary>
    public Task<Result> SetAsideAsync(Guid taskId, DateOnly? until, CaseContext context, CancellationToken cancellation = default) =>
        ArrangeAsync(taskId, context, (turn, task, _) =>
        {
            if (!IsOwn(task, context.Actor.PersonId))
            {
                return Refusal.Forbidden;
            }

            if (until is { } day && WhyNotAside(day, task, context) is { } code)
            {
                return Refusal.Invalid([new FieldError("until", code)]);
            }

            task.SetAside(context.Actor.PersonId, until);
            _store.Touch(turn.Case.Id, [context.Actor.PersonId]);
            return Result.Ok;
        }, cancellation);

    // Both are said at once, each at its place.
    private static Refusal? WhyNotTo(string personId, Remark reason, IReadOnlyList<string> people, CaseContext context)
    {
        FieldError[] who = (personId.Length, people.Contains(personId)) switch
        {
            (0, _) => [new FieldError("personId", "Common.Required")],
            (_, false) => [new FieldError("personId", "Task.CannotHandOver", null, context.Directory.NameOf(personId))],
            _ => [],
        };
        FieldError[] faults = [.. who, .. reason.WhyNot("reason", LongestReason)?.Fields ?? []];
        return faults.Length > 0 ? Refusal.Invalid(faults) : null;
    }

    private static string? WhyNotAside(DateOnly day, UserTask task, CaseContext context)
    {
        if (day <= context.Today)
        {
            return "Task.AsideNotLater";
        }

        return task.DueAt is { } due && day > VietnamTime.DayOf(due) ? "Task.AsidePastDue" : null;
    }

    private async Task<Result> ArrangeAsync(
        Guid taskId, CaseContext context, Func<Turn, UserTask, UserTaskSpec, Result> act, CancellationToken cancellation)
    {
        if (await TurnOfAsync(await _store.FindByTaskAsync(taskId, cancellation), context, cancellation) is not { } turn)
        {
            return Refusal.NotFound;
        }

        var task = turn.File.Tasks.Find(t => t.Id == taskId)!;
        if (!MayKnow(turn, task))
        {
            return Refusal.NotFound;
        }

        return task.State == UserTaskState.Open ? act(turn, task, SpecOf(task, turn.Definition)) : Meanwhile(task, context);
    }

    private Result Hold(Turn turn, UserTask task, string personId, string act)
    {
        var context = turn.Context;
        var until = context.Calendar.DueInWorkingDays(context.Now, context.Settings.Int(HoldKey));
        task.Hold(personId, task.DueAt is { } due && due > context.Now && due < until ? due : until);
        _store.Audit(Entries.Of(context, act, turn.Case.Id, task.StepId, personId));
        _store.Touch(turn.Case.Id, [.. task.Assignees.Select(a => a.PersonId), personId]);
        return Result.Ok;
    }

    private static Refusal? WhyNotTaken(IReadOnlyList<string> sharers, UserTask task, UserTaskSpec spec, Turn turn) =>
        sharers.Contains(turn.Context.Actor.PersonId) ? WhyHeld(task, spec, turn) : Refusal.Forbidden;

    /// <summary>Null unless somebody else has taken the step.</summary>
    private static Refusal? WhyHeld(UserTask task, UserTaskSpec spec, Turn turn) =>
        HolderOf(task, spec, turn) is { } holder && holder != turn.Context.Actor.PersonId
            ? RuntimeRefusals.HeldBy(turn.Context.Directory.NameOf(holder))
            : null;

    private static bool IsOwn(UserTask task, string personId) =>
        task.Assignees.Any(a => a.PersonId == personId && a.IsOpen && !a.IsOptional);
}
