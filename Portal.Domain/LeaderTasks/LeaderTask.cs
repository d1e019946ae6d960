using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Organisation;

namespace Portal.Domain.LeaderTasks;

/// <summary>Nhiệm vụ được giao (Đ5.7, Đ4.1-2): a leader assigns, one person does it and reports, the leader accepts or returns.</summary>
public sealed class LeaderTask : ICaseSubject
{
    /// <summary>The assignee has it and has not reported.</summary>
    private static readonly LeaderTaskStatus[] UnderWork =
        [LeaderTaskStatus.Assigned, LeaderTaskStatus.InProgress, LeaderTaskStatus.Returned];

    private LeaderTask()
    {
    }

    public Guid CaseId { get; private init; }

    public string LeaderId { get; private init; } = "";

    public string AssigneeId { get; private set; } = "";

    public string Content { get; private init; } = "";

    public string? AreaId { get; private init; }

    public string? Domain { get; private init; }

    /// <summary>Due, UTC; null where the leader set none.</summary>
    public DateTime? DueAt { get; private set; }

    public LeaderTaskStatus Status { get; private set; }

    public string Report { get; private set; } = "";

    public int Version { get; private set; }

    public CaseState CaseState => Status switch
    {
        LeaderTaskStatus.Closed => CaseState.Closed,
        LeaderTaskStatus.Cancelled => CaseState.Cancelled,
        _ => CaseState.Open,
    };

    /// <summary>Only a leader of the Committee assigns; never to oneself .</summary>
    public static Result<LeaderTask> Assign(Guid caseId, LeaderTaskInput input, CaseContext context)
    {
        if (!context.Directory.IsLeader(context.PrincipalId, context.Today))
        {
            return Refusal.Forbidden;
        }

        if (WhyNotAssignable(input.AssigneeId!, context) is { } refusal)
        {
            return refusal;
        }

        if (input.Due is { } due && due < context.Today)
        {
            return Refusal.Invalid([new FieldError("due", "Common.InPast")]);
        }

        return new LeaderTask
        {
            CaseId = caseId,
            LeaderId = context.PrincipalId,
            AssigneeId = input.AssigneeId!,
            Content = input.Content ?? "",
            AreaId = input.AreaId,
            Domain = input.Domain,
            DueAt = input.Due is { } day ? context.Calendar.EndOfWork(context.Calendar.OnOrAfter(day)) : null,
            Version = 1,
        };
    }

    public Result Accept(CaseContext context) =>
        MoveTo(WhyNot(context.PrincipalId == AssigneeId, LeaderTaskStatus.Assigned), LeaderTaskStatus.InProgress);

    public Result SubmitReport(LeaderTaskReportInput input, CaseContext context)
    {
        if (WhyNot(context.PrincipalId == AssigneeId, LeaderTaskStatus.InProgress, LeaderTaskStatus.Returned) is { } refusal)
        {
            return refusal;
        }

        Report = input.Report ?? "";
        return MoveTo(null, LeaderTaskStatus.Reported);
    }

    public Result AcceptReport(CaseContext context) =>
        MoveTo(WhyNot(IsLeaderOf(context), LeaderTaskStatus.Reported), LeaderTaskStatus.Closed);

    public Result ReturnReport(CaseContext context) =>
        MoveTo(WhyNot(IsLeaderOf(context), LeaderTaskStatus.Reported), LeaderTaskStatus.Returned);

    public Result Cancel(CaseContext context) =>
        MoveTo(WhyNot(IsLeaderOf(context), [.. UnderWork, LeaderTaskStatus.Reported]), LeaderTaskStatus.Cancelled);

    public Result Reassign(ReassignInput input, CaseContext context)
    {
        if ((WhyNot(IsLeaderOf(context), UnderWork) ?? WhyNotAssignable(input.AssigneeId!, context)) is { } refusal)
        {
            return refusal;
        }

        AssigneeId = input.AssigneeId!;
        return MoveTo(null, LeaderTaskStatus.Assigned);
    }

    /// <summary>The leader agrees to a later day, while the work is under way.</summary>
    public Result Extend(NewDueInput input, CaseContext context)
    {
        if (WhyNot(IsLeaderOf(context), UnderWork) is { } refusal)
        {
            return refusal;
        }

        var due = context.Calendar.EndOfWork(context.Calendar.OnOrAfter(input.NewDue!.Value));
        if (due < context.Now || due <= DueAt)
        {
            return Refusal.Invalid([new FieldError("newDue", "Trip.ExtensionNotLater")]);
        }

        DueAt = due;
        return MoveTo(null, Status);
    }

    private static Refusal? WhyNotAssignable(string personId, CaseContext context)
    {
        if (context.Directory.Person(personId) is not { } person || !person.IsValidOn(context.Today))
        {
            return Refusal.Invalid([new FieldError("assigneeId", "Common.UnknownPerson", null, personId)]);
        }

        return personId == context.PrincipalId ? Refusal.Invalid([new FieldError("assigneeId", "Task.NotToOneself")]) : null;
    }

    private bool IsLeaderOf(CaseContext context) => context.PrincipalId == LeaderId;

    // What the state does not allow is refused before anybody is asked who they are.
    private Refusal? WhyNot(bool allowed, params LeaderTaskStatus[] from)
    {
        if (!from.Contains(Status))
        {
            return CommonRefusals.NotInThisState(Status);
        }

        return allowed ? null : Refusal.Forbidden;
    }

    private Result MoveTo(Refusal? refusal, LeaderTaskStatus to)
    {
        if (refusal is not null)
        {
            return refusal;
        }

        (Status, Version) = (to, Version + 1);
        return Result.Ok;
    }
}
