using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Organisation;

namespace Portal.Domain.LeaderTasks;

/// <summary>
/// Nhiệm vụ được giao (Đ5.7, Đ4.1-2): a leader assigns it to a person or a group, who do it and report; the leader accepts or returns.
/// For a group its lead of the day answers.
/// </summary>
public sealed class LeaderTask : ICaseSubject
{
    /// <summary>The assignee has taken it on and has not reported.</summary>
    private static readonly LeaderTaskStatus[] TakenOn = [LeaderTaskStatus.InProgress, LeaderTaskStatus.Returned];

    /// <summary>The assignee has it and has not reported.</summary>
    private static readonly LeaderTaskStatus[] UnderWork = [LeaderTaskStatus.Assigned, .. TakenOn];

    private LeaderTask()
    {
    }

    public Guid CaseId { get; private init; }

    public string LeaderId { get; private init; } = "";

    /// <summary>Who does it; empty where a group does.</summary>
    public string AssigneeId { get; private set; } = "";

    /// <summary>The group that does it; null where a person does.</summary>
    public string? GroupId { get; private set; }

    public string Content { get; private init; } = "";

    public string? AreaId { get; private init; }

    public string? Domain { get; private init; }

    /// <summary>Due, UTC; null where the leader set none.</summary>
    public DateTime? DueAt { get; private set; }

    /// <summary>The later day that was asked for and that nobody has answered yet, UTC; null where nobody asks.</summary>
    public DateTime? AskedDueAt { get; private set; }

    public LeaderTaskStatus Status { get; private set; }

    public string Report { get; private set; } = "";

    public int Version { get; private set; }

    public CaseState CaseState => Status switch
    {
        LeaderTaskStatus.Closed => CaseState.Closed,
        LeaderTaskStatus.Cancelled => CaseState.Cancelled,
        _ => CaseState.Open,
    };

    /// <summary>Only a leader of the Committee assigns; never to oneself, nor to whom one stands in for .</summary>
    public static Result<LeaderTask> Assign(Guid caseId, LeaderTaskInput input, CaseContext context)
    {
        if (context.WhyNotSomebody() is { } nobody)
        {
            return nobody;
        }

        if (!context.Directory.IsLeader(context.PrincipalId, context.Today))
        {
            return LeaderTaskRefusals.OnlyLeaders;
        }

        if (WhyNotAssignable(input.AssigneeId, input.GroupId, context) is { } refusal)
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
            AssigneeId = input.AssigneeId ?? "",
            GroupId = NullIfEmpty(input.GroupId),
            Content = input.Content ?? "",
            AreaId = input.AreaId,
            Domain = input.Domain,
            DueAt = input.Due is { } day ? EndOf(day, context) : null,
            Version = 1,
        };
    }

    /// <summary>Everybody it was given to, today: one person, or the members of the group, its lead first.</summary>
    public IEnumerable<string> GivenTo(CaseContext context) =>
        GroupId is { } group ? context.Directory.MembersOf(group, context.Today) : [AssigneeId];

    /// <summary>Who answers for it today: the person, or the lead of the group; null while the group has none.</summary>
    public string? Answerable(CaseContext context) =>
        GroupId is { } group ? context.Directory.LeadOf(group, context.Today) : AssigneeId;

    /// <summary>The leader whose task it is today: who gave it, and the head once that is no leader any more.</summary>
    public string? LeaderOf(CaseContext context) =>
        context.Directory.IsLeader(LeaderId, context.Today) ? LeaderId : context.Directory.Head(context.Today);

    public Result Accept(CaseContext context) =>
        MoveTo(WhyNot(IsAnswerable(context), LeaderTaskStatus.Assigned), LeaderTaskStatus.InProgress);

    /// <summary>What was asked for meanwhile and not answered falls: the work is done.</summary>
    public Result SubmitReport(LeaderTaskReportInput input, CaseContext context)
    {
        if (WhyNot(IsAnswerable(context), TakenOn) is { } refusal)
        {
            return refusal;
        }

        (Report, AskedDueAt) = (input.Report ?? "", null);
        return MoveTo(null, LeaderTaskStatus.Reported);
    }

    public Result AcceptReport(CaseContext context) =>
        MoveTo(WhyNot(IsLeaderOf(context), LeaderTaskStatus.Reported), LeaderTaskStatus.Closed);

    public Result ReturnReport(CaseContext context) =>
        MoveTo(WhyNot(IsLeaderOf(context), LeaderTaskStatus.Reported), LeaderTaskStatus.Returned);

    public Result Cancel(CaseContext context)
    {
        if (WhyNot(IsLeaderOf(context), [.. UnderWork, LeaderTaskStatus.Reported]) is { } refusal)
        {
            return refusal;
        }

        AskedDueAt = null;
        return MoveTo(null, LeaderTaskStatus.Cancelled);
    }

    /// <summary>Whoever has it now accepts anew; what the one before asked for falls.</summary>
    public Result Reassign(ReassignInput input, CaseContext context)
    {
        if ((WhyNot(IsLeaderOf(context), UnderWork) ?? WhyNotAssignable(input.AssigneeId, input.GroupId, context)) is { } refusal)
        {
            return refusal;
        }

        (AssigneeId, GroupId, AskedDueAt) = (input.AssigneeId ?? "", NullIfEmpty(input.GroupId), null);
        return MoveTo(null, LeaderTaskStatus.Assigned);
    }

    /// <summary>The leader sets a later day, while the work is under way; that answers whoever had asked for one.</summary>
    public Result Extend(NewDueInput input, CaseContext context) =>
        WhyNot(IsLeaderOf(context), UnderWork) is { } refusal ? refusal : SetDue(input.NewDue!.Value, context);

    /// <summary>The assignee asks for a later day; one request at a time, and the day stays until the leader agrees .</summary>
    public Result AskForExtension(ExtensionRequestInput input, CaseContext context)
    {
        var notNow = WhyNotIn(TakenOn) ?? (AskedDueAt is null ? null : LeaderTaskRefusals.AlreadyAsked);
        if ((notNow ?? (IsAnswerable(context) ? null : Refusal.Forbidden)) is { } refusal)
        {
            return refusal;
        }

        if (DueAt is null)
        {
            return Refusal.Invalid([new FieldError("newDue", "Task.HasNoDue")]);
        }

        var asked = EndOf(input.NewDue!.Value, context);
        if (WhyNotLater(asked, context) is { } notLater)
        {
            return notLater;
        }

        AskedDueAt = asked;
        return MoveTo(null, Status);
    }

    /// <summary>The leader agrees: to the day that was asked for, or to another one.</summary>
    public Result AgreeToExtension(ExtensionAgreementInput input, CaseContext context) =>
        WhyNotAnswered(context) is { } refusal ? refusal : SetDue(input.NewDue!.Value, context);

    /// <summary>The leader does not agree: the day stays.</summary>
    public Result RefuseExtension(CaseContext context)
    {
        if (WhyNotAnswered(context) is { } refusal)
        {
            return refusal;
        }

        AskedDueAt = null;
        return MoveTo(null, Status);
    }

    // Exactly one of the two is named: the form sees to that.
    private static Refusal? WhyNotAssignable(string? personId, string? groupId, CaseContext context)
    {
        var (directory, today) = (context.Directory, context.Today);
        if (NullIfEmpty(groupId) is { } group)
        {
            if (directory.LeadOf(group, today) is null)
            {
                return Refusal.Invalid([new FieldError("groupId", "Task.GroupWithoutLead", "Đ2.3")]);
            }

            return context.IsForMemberOf(group) ? Refusal.Invalid([new FieldError("groupId", "Task.NotToOneself")]) : null;
        }

        if (directory.Person(personId ?? "") is not { } person || !person.IsValidOn(today))
        {
            return Refusal.Invalid([new FieldError("assigneeId", "Common.UnknownPerson", null, personId)]);
        }

        return context.IsFor(personId) ? Refusal.Invalid([new FieldError("assigneeId", "Task.NotToOneself")]) : null;
    }

    private static string? NullIfEmpty(string? id) => string.IsNullOrEmpty(id) ? null : id;

    private static DateTime EndOf(DateOnly day, CaseContext context) => context.Calendar.EndOfWork(context.Calendar.OnOrAfter(day));

    private bool IsAnswerable(CaseContext context) => context.PrincipalId == Answerable(context);

    // who was given it decides nothing about it, not even in the leader's place.
    private bool IsLeaderOf(CaseContext context) =>
        context.PrincipalId == LeaderOf(context) && !GivenTo(context).Contains(context.Actor.PersonId);

    private Refusal? WhyNotLater(DateTime due, CaseContext context) =>
        due < context.Now || due <= DueAt ? Refusal.Invalid([new FieldError("newDue", "Task.NotLater")]) : null;

    private Result SetDue(DateOnly day, CaseContext context)
    {
        var due = EndOf(day, context);
        if (WhyNotLater(due, context) is { } refusal)
        {
            return refusal;
        }

        (DueAt, AskedDueAt) = (due, null);
        return MoveTo(null, Status);
    }

    private Refusal? WhyNotAnswered(CaseContext context) =>
        WhyNotIn(TakenOn) ?? (AskedDueAt is null ? LeaderTaskRefusals.NothingAsked : null)
        ?? (IsLeaderOf(context) ? null : Refusal.Forbidden);

    // What the state does not allow is refused before anybody is asked who they are.
    private Refusal? WhyNot(bool allowed, params LeaderTaskStatus[] from) => WhyNotIn(from) ?? (allowed ? null : Refusal.Forbidden);

    private Refusal? WhyNotIn(LeaderTaskStatus[] states) =>
        states.Contains(Status) ? null : CommonRefusals.NotInThisState(Status);

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
