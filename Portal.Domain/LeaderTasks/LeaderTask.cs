using FluentValidation;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Forms;
using Portal.Domain.Organisation;

namespace Portal.Domain.LeaderTasks;

/// <summary>S-04.</summary>
public enum LeaderTaskStatus
{
    Assigned,
    Accepted,
    InProgress,
    Reported,
    Returned,
    Closed,
    Cancelled,
}

/// <summary>What a leader assigns (Đ5.7).</summary>
public sealed record LeaderTaskInput : IGatedInput
{
    public SecrecyGate? Secrecy { get; init; }

    public string? Content { get; init; }

    public string? AssigneeId { get; init; }

    public DateOnly? Due { get; init; }

    public string? Domain { get; init; }

    public string? AreaId { get; init; }
}

public sealed record LeaderTaskReportInput : IGatedInput
{
    public SecrecyGate? Secrecy { get; init; }

    public string? Report { get; init; }

    public Guid[]? Files { get; init; }
}

/// <summary>Another person, with a reason.</summary>
public sealed record ReassignInput : IGatedInput
{
    public SecrecyGate? Secrecy { get; init; }

    public string? AssigneeId { get; init; }

    public string? Reason { get; init; }
}

/// <summary>A later day, with a reason.</summary>
public sealed record NewDueInput : IGatedInput
{
    public SecrecyGate? Secrecy { get; init; }

    public DateOnly? NewDue { get; init; }

    public string? Reason { get; init; }
}

public sealed record TaskReasonInput : IGatedInput
{
    public SecrecyGate? Secrecy { get; init; }

    public string? Reason { get; init; }
}

/// <summary>The forms of S-04.</summary>
public static class LeaderTaskForms
{
    private static readonly FormField Reason = new("reason", FieldKind.LongText) { Required = true, MaxLength = 2000, IsContent = true };

    public static FormSchema Assign { get; } = new FormSchema("leader-task", typeof(LeaderTaskInput),
        new FormPage("task", "Đ5.7",
            SecrecyGate.Field,
            new("content", FieldKind.LongText) { Required = true, MaxLength = 2000, IsContent = true },
            new("assigneeId", FieldKind.Person) { Required = true },
            new("due", FieldKind.Date),
            new("domain", FieldKind.WorkDomain),
            new("areaId", FieldKind.Area))).CheckedBy(new LeaderTaskValidator()) with { IsReviewed = true };

    public static FormSchema Report { get; } = new FormSchema("leader-task-report", typeof(LeaderTaskReportInput),
        new FormPage("report", "Đ5.7",
            SecrecyGate.Field,
            new("report", FieldKind.LongText) { Required = true, MaxLength = 8000, IsContent = true },
            CaseForms.Files)).CheckedBy(new LeaderTaskReportValidator()) with { IsReviewed = true };

    public static FormSchema Reassign { get; } = new FormSchema("leader-task-reassign", typeof(ReassignInput),
        new FormPage("reassign", null, SecrecyGate.Field, new("assigneeId", FieldKind.Person) { Required = true }, Reason)).CheckedBy(new ReassignValidator());

    public static FormSchema NewDue { get; } = new FormSchema("leader-task-due", typeof(NewDueInput),
        new FormPage("due", null, SecrecyGate.Field, new("newDue", FieldKind.Date) { Required = true }, Reason)).CheckedBy(new NewDueValidator());

    public static FormSchema WithReason { get; } = new FormSchema("leader-task-reason", typeof(TaskReasonInput),
        new FormPage("reason", null, SecrecyGate.Field, Reason)).CheckedBy(new TaskReasonValidator());

    public static IReadOnlyList<FormSchema> All { get; } = [Assign, Report, Reassign, NewDue, WithReason];
}

public sealed class LeaderTaskValidator : AbstractValidator<LeaderTaskInput>
{
    public LeaderTaskValidator()
    {
        this.Gate();
        RuleFor(x => x.AssigneeId).Needed("Đ5.7");
        When(x => x.IsStub(), () => RuleFor(x => x.Content).AbsentInStub()).Otherwise(() => RuleFor(x => x.Content).RequiredText(2000, "Đ5.7"));
    }
}

public sealed class LeaderTaskReportValidator : AbstractValidator<LeaderTaskReportInput>
{
    public LeaderTaskReportValidator()
    {
        this.Gate();
        When(x => x.IsStub(), () =>
        {
            RuleFor(x => x.Report).AbsentInStub();
            RuleFor(x => x.Files).AbsentInStub();
        }).Otherwise(() => RuleFor(x => x.Report).RequiredText(8000, "Đ5.7"));
    }
}

public sealed class ReassignValidator : AbstractValidator<ReassignInput>
{
    public ReassignValidator()
    {
        this.Gate();
        RuleFor(x => x.AssigneeId).Needed();
        When(x => x.IsStub(), () => RuleFor(x => x.Reason).AbsentInStub()).Otherwise(() => RuleFor(x => x.Reason).Reason());
    }
}

public sealed class NewDueValidator : AbstractValidator<NewDueInput>
{
    public NewDueValidator()
    {
        this.Gate();
        RuleFor(x => x.NewDue).Needed();
        When(x => x.IsStub(), () => RuleFor(x => x.Reason).AbsentInStub()).Otherwise(() => RuleFor(x => x.Reason).Reason());
    }
}

public sealed class TaskReasonValidator : AbstractValidator<TaskReasonInput>
{
    public TaskReasonValidator()
    {
        this.Gate();
        When(x => x.IsStub(), () => RuleFor(x => x.Reason).AbsentInStub()).Otherwise(() => RuleFor(x => x.Reason).Reason());
    }
}

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
        Move(WhyNot(context.PrincipalId == AssigneeId, LeaderTaskStatus.Assigned), LeaderTaskStatus.InProgress);

    public Result SubmitReport(LeaderTaskReportInput input, CaseContext context)
    {
        if (WhyNot(context.PrincipalId == AssigneeId, LeaderTaskStatus.InProgress, LeaderTaskStatus.Returned) is { } refusal)
        {
            return refusal;
        }

        Report = input.Report ?? "";
        return Move(null, LeaderTaskStatus.Reported);
    }

    public Result AcceptReport(CaseContext context) =>
        Move(WhyNot(IsLeaderOf(context), LeaderTaskStatus.Reported), LeaderTaskStatus.Closed);

    public Result ReturnReport(CaseContext context) =>
        Move(WhyNot(IsLeaderOf(context), LeaderTaskStatus.Reported), LeaderTaskStatus.Returned);

    public Result Cancel(CaseContext context) =>
        Move(WhyNot(IsLeaderOf(context), [.. UnderWork, LeaderTaskStatus.Reported]), LeaderTaskStatus.Cancelled);

    public Result Reassign(ReassignInput input, CaseContext context)
    {
        if ((WhyNot(IsLeaderOf(context), UnderWork) ?? WhyNotAssignable(input.AssigneeId!, context)) is { } refusal)
        {
            return refusal;
        }

        AssigneeId = input.AssigneeId!;
        return Move(null, LeaderTaskStatus.Assigned);
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
        return Move(null, Status);
    }

    private static Refusal? WhyNotAssignable(string personId, CaseContext context) =>
        context.Directory.Person(personId) is not { } person || !person.IsValidOn(context.Today)
            ? Refusal.Invalid([new FieldError("assigneeId", "Common.UnknownPerson", null, personId)])
        : personId == context.PrincipalId ? Refusal.Invalid([new FieldError("assigneeId", "Task.NotToOneself")])
        : null;

    private bool IsLeaderOf(CaseContext context) => context.PrincipalId == LeaderId;

    // What the state does not allow is refused before anybody is asked who they are.
    private Refusal? WhyNot(bool allowed, params LeaderTaskStatus[] from) =>
        !from.Contains(Status) ? Refusal.NotNow("Common.NotInThisState", null, Status) : allowed ? null : Refusal.Forbidden;

    private Result Move(Refusal? refusal, LeaderTaskStatus to)
    {
        if (refusal is not null)
        {
            return refusal;
        }

        (Status, Version) = (to, Version + 1);
        return Result.Ok;
    }
}
