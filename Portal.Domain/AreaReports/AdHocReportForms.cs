using Portal.Domain.Cases;
using Portal.Domain.Forms;

namespace Portal.Domain.AreaReports;

/// <summary>The forms of an ad hoc report (S-02).</summary>
public static class AdHocReportForms
{
    private static readonly FieldCondition ByItself = new("trigger", nameof(AdHocTrigger.AreaEvent));

    private static readonly FieldCondition Asked = new("trigger", nameof(AdHocTrigger.LeaderRequest));

    public static FormSchema Report { get; } = new FormSchema("adhoc-report", typeof(AdHocReportInput),
        new FormPage("event", "Đ8.2",
        [
            SecrecyGate.Field,
            new("areaId", FieldKind.Area) { Required = true, RequiredBy = "Đ8.2" },
            new("trigger", FieldKind.Choice)
            {
                Required = true,
                Options = Enum.GetNames<AdHocTrigger>(),
                Usual = nameof(AdHocTrigger.AreaEvent),
                RequiredBy = "Đ5.5",
            },
            new("knownOn", FieldKind.Date) { Required = true, When = ByItself, RequiredBy = "Đ8.2" },
            new("requestedById", FieldKind.Person) { Required = true, When = Asked, RequiredBy = "Đ5.5" },
            new("neededBy", FieldKind.Date) { Required = true, When = Asked, RequiredBy = "Đ5.5" },
            new("subject", FieldKind.Text) { Required = true, MaxLength = 200, IsContent = true, RequiredBy = "Đ8.2" },
            .. AreaReportForms.HowReported,
            new("content", FieldKind.LongText)
            {
                Required = true,
                MaxLength = 6000,
                When = AreaReportForms.InWriting,
                IsContent = true,
                RequiredBy = "Đ8.2",
            },
            new("proposals", FieldKind.LongText) { MaxLength = 4000, IsContent = true, Clause = "Đ8.2" },
            new("concernsPersonnel", FieldKind.YesNo) { Required = true, IsQuestion = true, Clause = "Đ4.1-3" },
            .. CaseForms.FlagsForHead,
            CaseForms.Files,
        ])).CheckedBy(new AdHocReportRules()) with
    { IsReviewed = true };

    public static IReadOnlyList<FormSchema> All { get; } = [Report];
}
