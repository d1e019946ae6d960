using Portal.Domain.Cases;
using Portal.Domain.Forms;

namespace Portal.Domain.LeaderTasks;

/// <summary>The forms of S-04.</summary>
public static class LeaderTaskForms
{
    private static readonly FormField Reason = new("reason", FieldKind.LongText)
    {
        Required = true,
        IsReason = true,
        MaxLength = 2000,
        IsContent = true,
    };

    private static readonly FormField NewDay = new("newDue", FieldKind.Date) { Required = true };

    // Đ5.7: to a person or to a group. Which of the two is missing or too many stands in the forms' rules.
    private static readonly FormField[] To =
    [
        new("assigneeId", FieldKind.Person) { IsOneOf = true },
        new("groupId", FieldKind.Group) { IsOneOf = true },
    ];

    public static FormSchema Assign { get; } = new FormSchema("leader-task", typeof(LeaderTaskInput),
        new FormPage("task", "Đ5.7",
        [
            SecrecyGate.Field,
            new("content", FieldKind.LongText) { Required = true, MaxLength = 2000, IsContent = true, RequiredBy = "Đ5.7" },
            .. To,
            new("due", FieldKind.Date),
            new("domain", FieldKind.WorkDomain),
            new("areaId", FieldKind.Area),
        ])).CheckedBy(new LeaderTaskValidator()) with
    { IsReviewed = true };

    public static FormSchema Report { get; } = new FormSchema("leader-task-report", typeof(LeaderTaskReportInput),
        new FormPage("report", "Đ5.7",
            SecrecyGate.Field,
            new("report", FieldKind.LongText) { Required = true, MaxLength = 8000, IsContent = true, RequiredBy = "Đ5.7" },
            CaseForms.Files)).CheckedBy(new LeaderTaskReportValidator()) with
    { IsReviewed = true };

    public static FormSchema Reassign { get; } = new FormSchema("leader-task-reassign", typeof(ReassignInput),
        new FormPage("reassign", null, [SecrecyGate.Field, .. To, Reason])).CheckedBy(new ReassignValidator());

    public static FormSchema NewDue { get; } = new FormSchema("leader-task-due", typeof(NewDueInput),
        new FormPage("due", null, SecrecyGate.Field, NewDay, Reason)).CheckedBy(new NewDueValidator());

    /// <summary>What the assignee asks; the leader who answers sees it.</summary>
    public static FormSchema ExtensionRequest { get; } = new FormSchema("leader-task-extension", typeof(ExtensionRequestInput),
        new FormPage("extension", "Đ5.7", SecrecyGate.Field, NewDay, Reason)).CheckedBy(new ExtensionRequestValidator()) with
    { IsReviewed = true };

    /// <summary>Opens with the day that was asked for.</summary>
    public static FormSchema ExtensionAgreement { get; } = new FormSchema("leader-task-agreement", typeof(ExtensionAgreementInput),
        new FormPage("due", "Đ5.7",
            SecrecyGate.Field,
            NewDay,
            new("opinion", FieldKind.LongText) { MaxLength = 2000, IsContent = true })).CheckedBy(new ExtensionAgreementValidator());

    public static FormSchema WithReason { get; } = new FormSchema("leader-task-reason", typeof(TaskReasonInput),
        new FormPage("reason", null, SecrecyGate.Field, Reason)).CheckedBy(new TaskReasonValidator());

    public static IReadOnlyList<FormSchema> All { get; } =
        [Assign, Report, Reassign, NewDue, ExtensionRequest, ExtensionAgreement, WithReason];
}
