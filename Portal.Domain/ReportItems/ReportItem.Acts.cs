using Portal.Domain.Cases;
using Portal.Domain.Common;

namespace Portal.Domain.ReportItems;

/// <content>What may be done with an item, by whom, and how far it then is.</content>
public sealed partial class ReportItem
{
    private static readonly ReportItemState[] Open =
    [
        ReportItemState.New, ReportItemState.Reported, ReportItemState.Directed, ReportItemState.InProgress, ReportItemState.CarriedOver,
    ];

    private static readonly ReportItemState[] Settled = [ReportItemState.Resolved, ReportItemState.Rejected];

    /// <summary>Acts that would leave somebody at work on what is settled.</summary>
    private static readonly ReportItemAct[] HeldByTask =
        [ReportItemAct.Resolve, ReportItemAct.Reject, ReportItemAct.CarryOver, ReportItemAct.Merge];

    /// <summary>R-RPT-04 [Q]: of a flagged item nobody decides in the head's place.</summary>
    private static readonly ReportItemAct[] HeadsOwn =
    [
        ReportItemAct.Direct, ReportItemAct.Resolve, ReportItemAct.Reject, ReportItemAct.CarryOver, ReportItemAct.Reopen,
        ReportItemAct.Merge,
    ];

    /// <summary>The lead tells the leader in charge of it.</summary>
    public Result Report(ItemWordsInput input, CaseContext context) => Do(ReportItemAct.Report, ReportItemState.Reported, input, context);

    /// <summary>The leader in charge, or the head, says what is to be done.</summary>
    /// <param name="taskId">The leader task that was made of it; null where nobody in particular is to do it.</param>
    public Result Direct(ItemDirectiveInput input, Guid? taskId, CaseContext context)
    {
        var isHeld = input.GivesTask() && TaskId is not null;
        var refusal = WhyNot(ReportItemAct.Direct, context) ?? (isHeld ? ReportItemRefusals.TaskOpen : null);
        if (refusal is not null)
        {
            return refusal;
        }

        (Direction, TaskId) = (input.Words ?? "", taskId ?? TaskId);
        return Keep(Entry(ReportItemAct.Direct, ReportItemState.Directed, input, context, otherId: taskId));
    }

    /// <summary>Whoever watches the area, or the department it was released to, begins to work on it.</summary>
    public Result Start(ItemWordsInput input, CaseContext context) => Do(ReportItemAct.Start, ReportItemState.InProgress, input, context);

    public Result Note(ItemWordsInput input, CaseContext context) => Do(ReportItemAct.Note, State, input, context);

    /// <summary>It is done with; the words say what came of it.</summary>
    public Result Resolve(ItemWordsInput input, CaseContext context) => Do(ReportItemAct.Resolve, ReportItemState.Resolved, input, context);

    /// <summary>The leader does not take it up.</summary>
    public Result Reject(ItemWordsInput input, CaseContext context) => Do(ReportItemAct.Reject, ReportItemState.Rejected, input, context);

    /// <summary>It waits for the next period.</summary>
    public Result CarryOver(ItemWordsInput input, CaseContext context) =>
        Do(ReportItemAct.CarryOver, ReportItemState.CarriedOver, input, context);

    public Result Reopen(ItemWordsInput input, CaseContext context) => Do(ReportItemAct.Reopen, ReportItemState.InProgress, input, context);

    public Result ChangeLevel(ItemLevelInput input, CaseContext context)
    {
        var refusal = WhyNot(ReportItemAct.ChangeLevel, context) ?? (input.Level == Level ? ReportItemRefusals.SameLevel : null);
        if (refusal is not null)
        {
            return refusal;
        }

        Level = input.Level!.Value;
        return Keep(Entry(ReportItemAct.ChangeLevel, State, input, context, level: Level));
    }

    /// <summary>Đ11: the leader gives it to a department, which reads it from now on and answers. Never what is Restricted.</summary>
    public Result Release(ItemReleaseInput input, CaseContext context)
    {
        if ((WhyNot(ReportItemAct.Release, context) ?? WhyNotTo(input.DepartmentId, context)) is { } refusal)
        {
            return refusal;
        }

        (ReleasedTo, IsAnswered) = (input.DepartmentId, false);
        return Keep(Entry(ReportItemAct.Release, State, input, context, ReleasedTo));
    }

    /// <summary>The department reads it no more.</summary>
    public Result Recall(ItemWordsInput input, CaseContext context)
    {
        if (WhyNot(ReportItemAct.Recall, context) is { } refusal)
        {
            return refusal;
        }

        var from = ReleasedTo;
        (ReleasedTo, IsAnswered) = (null, false);
        return Keep(Entry(ReportItemAct.Recall, State, input, context, from));
    }

    /// <summary>The department that it was released to answers; it may answer again.</summary>
    public Result Answer(ItemWordsInput input, CaseContext context)
    {
        if (WhyNot(ReportItemAct.Answer, context) is { } refusal)
        {
            return refusal;
        }

        IsAnswered = true;
        return Keep(Entry(ReportItemAct.Answer, ReportItemState.InProgress, input, context, ReleasedTo));
    }

    /// <summary>
    /// It is the same as another of its area, which goes on for both, with the higher level. Both are as confidential as each other.
    /// </summary>
    public Result Merge(ReportItem into, ItemMergerInput input, CaseContext context)
    {
        var refusal = WhyNot(ReportItemAct.Merge, context) ?? (IsLike(into, context) ? null : ReportItemRefusals.NotTheSame);
        if (refusal is not null)
        {
            return refusal;
        }

        MergedIntoId = into.Id;
        into.Level = (ReportItemLevel)Math.Max((int)Level, (int)into.Level);
        into.Keep(into.Entry(ReportItemAct.TakeIn, into.State, null, context, otherId: Id));
        return Keep(Entry(ReportItemAct.Merge, State, input, context, otherId: into.Id));
    }

    /// <summary>The leader task made of it was taken on, done and accepted, or cancelled. Of another task nothing changes.</summary>
    /// <param name="how">One of the three acts of a task.</param>
    public Result Follow(Guid taskId, ReportItemAct how, CaseContext context)
    {
        if (TaskId != taskId)
        {
            return Result.Ok;
        }

        TaskId = how == ReportItemAct.TaskBegun ? TaskId : null;
        var to = how switch
        {
            ReportItemAct.TaskBegun => ReportItemState.InProgress,
            ReportItemAct.TaskDone => ReportItemState.Resolved,
            _ => ReportItemState.Reported,
        };
        return Keep(Entry(how, IsSettled ? State : to, null, context, otherId: taskId));
    }

    /// <summary>Null when the person may do it now, with the words that its form asks for.</summary>
    public Refusal? WhyNot(ReportItemAct act, CaseContext context)
    {
        if (MergedIntoId is not null)
        {
            return ReportItemRefusals.Merged;
        }

        if (!StatesOf(act).Contains(State))
        {
            return ReportItemRefusals.NotInThisState(State);
        }

        return WhyNotAsItIs(act) ?? context.WhyNotSomebody() ?? WhyNotBy(act, context);
    }

    /// <summary>Both are open, of one area or of one that became the other, as confidential, and the head's or neither.</summary>
    public bool IsLike(ReportItem other, CaseContext context) =>
        other.Id != Id && other.MergedIntoId is null && !other.IsSettled && other.Sensitivity == Sensitivity
        && other.GoesToHead == GoesToHead && TodaysArea(context) == other.TodaysArea(context);

    /// <summary>The group that watches its area today, else the one that entered it.</summary>
    public string WatchingGroup(CaseContext context) => context.Directory.GroupOfArea(TodaysArea(context), context.Today) ?? GroupId;

    /// <summary>The leader in charge of it today; never nobody.</summary>
    public string? LeaderOf(CaseContext context) =>
        context.Directory.LeaderInCharge(TodaysArea(context), WatchingGroup(context), context.Today);

    private static ReportItemState[] StatesOf(ReportItemAct act) => act switch
    {
        ReportItemAct.Report => [ReportItemState.New, ReportItemState.CarriedOver],
        ReportItemAct.Start =>
            [ReportItemState.New, ReportItemState.Reported, ReportItemState.Directed, ReportItemState.CarriedOver],
        ReportItemAct.CarryOver => [.. Open.Where(s => s != ReportItemState.CarriedOver)],
        ReportItemAct.Reopen => Settled,
        _ => Open,
    };

    private string TodaysArea(CaseContext context) => context.Directory.TodaysArea(AreaId, context.Today) ?? AreaId;

    private Refusal? WhyNotBy(ReportItemAct act, CaseContext context)
    {
        var isHead = context.PrincipalId == context.Directory.Head(context.Today);
        var isLeader = isHead || context.PrincipalId == LeaderOf(context);
        if (GoesToHead && HeadsOwn.Contains(act))
        {
            return isHead && context.IsByTheHeadsChoice(ReportItemAccess.Errand) ? null : ReportItemRefusals.OnlyHead;
        }

        return act switch
        {
            ReportItemAct.Direct or ReportItemAct.Reject or ReportItemAct.Reopen or ReportItemAct.Release or ReportItemAct.Recall =>
                isLeader ? null : ReportItemRefusals.OnlyLeader,
            ReportItemAct.Report => IsLead(context) ? null : ReportItemRefusals.OnlyLead,
            ReportItemAct.Resolve or ReportItemAct.CarryOver or ReportItemAct.Merge =>
                isLeader || IsLead(context) ? null : ReportItemRefusals.OnlyLead,
            ReportItemAct.Answer => IsOfDepartment(context) ? null : ReportItemRefusals.OnlyDepartment,
            ReportItemAct.Note => isLeader || IsWatcher(context) || IsOfDepartment(context) ? null : ReportItemRefusals.OnlyWatchers,
            ReportItemAct.ChangeLevel => isLeader || IsWatcher(context) ? null : ReportItemRefusals.OnlyWatchers,
            _ => IsWatcher(context) || IsOfDepartment(context) ? null : ReportItemRefusals.OnlyWatchers,
        };
    }

    private Refusal? WhyNotAsItIs(ReportItemAct act) => act switch
    {
        ReportItemAct.Release when Sensitivity != Sensitivity.Normal => ReportItemRefusals.RestrictedNotReleased,
        ReportItemAct.Recall when ReleasedTo is null => ReportItemRefusals.NotReleased,
        _ => TaskId is not null && HeldByTask.Contains(act) ? ReportItemRefusals.TaskOpen : null,
    };

    private bool IsLead(CaseContext context) => context.Directory.LeadOf(WatchingGroup(context), context.Today) == context.PrincipalId;

    // of what is Restricted, whoever wrote it and the lead.
    private bool IsWatcher(CaseContext context) =>
        context.Directory.IsMember(WatchingGroup(context), context.PrincipalId, context.Today)
        && (Sensitivity == Sensitivity.Normal || context.PrincipalId == AuthorId || IsLead(context));

    private bool IsOfDepartment(CaseContext context) =>
        ReleasedTo is not null && context.Directory.Person(context.PrincipalId)?.DepartmentId == ReleasedTo;

    private Refusal? WhyNotTo(string? departmentId, CaseContext context)
    {
        if (context.Directory.Department(departmentId) is null)
        {
            return ReportItemRefusals.NoSuchDepartment;
        }

        return departmentId == ReleasedTo ? ReportItemRefusals.SameDepartment : null;
    }

    private Result Do(ReportItemAct act, ReportItemState to, ItemWordsInput input, CaseContext context) =>
        WhyNot(act, context) is { } refusal ? refusal : Keep(Entry(act, to, input, context));
}
