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

    public static FormSchema Assign { get; } = new FormSchema("leader-task", typeof(LeaderTaskInput),
        new FormPage("task", "Đ5.7",
            SecrecyGate.Field,
            new("content", FieldKind.LongText) { Required = true, MaxLength = 2000, IsContent = true, RequiredBy = "Đ5.7" },
            new("assigneeId", FieldKind.Person) { Required = true, RequiredBy = "Đ5.7" },
            new("due", FieldKind.Date),
            new("domain", FieldKind.WorkDomain),
            new("areaId", FieldKind.Area))).CheckedBy(new LeaderTaskValidator()) with
    { IsReviewed = true };

    public static FormSchema Report { get; } = new FormSchema("leader-task-report", typeof(LeaderTaskReportInput),
        new FormPage("report", "Đ5.7",
            SecrecyGate.Field,
            new("report", FieldKind.LongText) { Required = true, MaxLength = 8000, IsContent = true, RequiredBy = "Đ5.7" },
            CaseForms.Files)).CheckedBy(new LeaderTaskReportValidator()) with
    { IsReviewed = true };

    public static FormSchema Reassign { get; } = new FormSchema("leader-task-reassign", typeof(ReassignInput),
        new FormPage("reassign", null, SecrecyGate.Field, new("assigneeId", FieldKind.Person) { Required = true }, Reason))
            .CheckedBy(new ReassignValidator());

    public static FormSchema NewDue { get; } = new FormSchema("leader-task-due", typeof(NewDueInput),
        new FormPage("due", null, SecrecyGate.Field, new("newDue", FieldKind.Date) { Required = true }, Reason))
            .CheckedBy(new NewDueValidator());

    public static FormSchema WithReason { get; } = new FormSchema("leader-task-reason", typeof(TaskReasonInput),
        new FormPage("reason", null, SecrecyGate.Field, Reason)).CheckedBy(new TaskReasonValidator());

    public static IReadOnlyList<FormSchema> All { get; } = [Assign, Report, Reassign, NewDue, WithReason];
}
