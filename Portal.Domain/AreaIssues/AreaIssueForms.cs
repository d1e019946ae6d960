using Portal.Domain.Cases;
using Portal.Domain.Forms;

namespace Portal.Domain.AreaIssues;

/// <summary>The forms of an internal matter (S-03).</summary>
public static class AreaIssueForms
{
    public static FormSchema Report { get; } = new FormSchema("area-issue", typeof(IssueReportInput),
        new FormPage("matter", "Đ5.3",
            SecrecyGate.Field,
            new("areaId", FieldKind.Area) { Required = true, RequiredBy = "Đ5.3" },
            new("category", FieldKind.Choice) { Required = true, Options = Enum.GetNames<IssueCategory>(), RequiredBy = "Đ5.3" },
            new("severity", FieldKind.Choice) { Required = true, Options = Enum.GetNames<IssueSeverity>() },
            new("observedOn", FieldKind.Date) { Required = true, RequiredBy = "Đ5.3" },
            new("facts", FieldKind.LongText) { Required = true, MaxLength = 4000, IsContent = true, RequiredBy = "Đ5.3" },
            new("howKnown", FieldKind.Text) { Required = true, MaxLength = 500, IsContent = true, RequiredBy = "Đ5.3" },
            new("certainty", FieldKind.Choice) { Required = true, Options = Enum.GetNames<IssueCertainty>(), RequiredBy = "Đ5.3" }),
        new FormPage("advice", "Đ5.3",
        [
            new("proposedSolution", FieldKind.LongText) { Required = true, MaxLength = 4000, IsContent = true, RequiredBy = "Đ5.3" },
            .. CaseForms.FlagsForHead,
            new("withoutLeader", FieldKind.YesNo) { Clause = "Đ7.A.4" },
            new("namedIds", FieldKind.People),
            new("reportedOrally", FieldKind.YesNo),
            CaseForms.Oral(new FieldCondition("reportedOrally", "true")),
            CaseForms.Files,
        ])).CheckedBy(new IssueReportRules()) with
    { IsReviewed = true };

    public static FormSchema Update { get; } = new FormSchema("area-issue-update", typeof(IssueUpdateInput),
        new FormPage("update", "Đ5.3",
        [
            SecrecyGate.Field,
            new("facts", FieldKind.LongText) { Required = true, MaxLength = 4000, IsContent = true, RequiredBy = "Đ5.3" },
            .. CaseForms.FlagsForHead,
            CaseForms.Files,
        ])).CheckedBy(new IssueUpdateRules()) with
    { IsReviewed = true };

    public static IReadOnlyList<FormSchema> All { get; } = [Report, Update];
}
