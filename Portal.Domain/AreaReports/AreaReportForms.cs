using Portal.Domain.Cases;
using Portal.Domain.Forms;

namespace Portal.Domain.AreaReports;

/// <summary>The forms of the monthly report (S-01).</summary>
public static class AreaReportForms
{
    /// <summary>Characters of an item that stand in the report; its own record has all of them.</summary>
    public const int MaxWhat = 300;

    /// <summary>What is reported in writing says itself what there is to say.</summary>
    internal static readonly FieldCondition InWriting =
        new("form", nameof(ReportingForm.InSystem), nameof(ReportingForm.WrittenDocument));

    private static readonly FieldCondition ByWord =
        new("form", nameof(ReportingForm.InPerson), nameof(ReportingForm.Phone), nameof(ReportingForm.Meeting));

    /// <summary>R-RPT-02 [Q]: the form of reporting, and of a report by word of mouth its day, receiver and summary.</summary>
    internal static IReadOnlyList<FormField> HowReported { get; } =
    [
        new("form", FieldKind.Choice) { Required = true, Options = Enum.GetNames<ReportingForm>(), Clause = "Đ8.2" },
        new("reportedOn", FieldKind.Date) { Required = true, When = ByWord, RequiredBy = "Đ8.2" },
        new("receiverId", FieldKind.Person) { Required = true, When = ByWord, RequiredBy = "Đ8.2" },
        new("summary", FieldKind.LongText) { Required = true, MaxLength = 2000, When = ByWord, IsContent = true, RequiredBy = "Đ8.2" },
    ];

    private static readonly FormField Opinion = new("opinion", FieldKind.LongText) { MaxLength = 2000, IsContent = true };

    public static FormSchema Report { get; } = new FormSchema("area-report", typeof(AreaReportInput),
        new FormPage("situation", "Đ8.2",
        [
            SecrecyGate.Field,
            .. HowReported,
            new("general", FieldKind.LongText)
            {
                Required = true,
                MaxLength = 6000,
                When = InWriting,
                IsContent = true,
                RequiredBy = "Đ8.2",
            },
            new("results", FieldKind.Rows)
            {
                Required = true,
                When = InWriting,
                IsContent = true,
                RequiredBy = "Đ8.2",
                MaxItems = 4,
                Items =
                [
                    new("domain", FieldKind.WorkDomain) { Required = true, RequiredBy = "Đ2.2" },
                    new("text", FieldKind.LongText) { Required = true, MaxLength = 3000, RequiredBy = "Đ8.2" },
                ],
            },
        ]),
        new FormPage("items", "Đ5.1",
            new FormField("items", FieldKind.Rows)
            {
                Clause = "Đ5.1",
                IsGiven = true,
                ForAll = ("include", "true"),
                Items =
                [
                    new("item", FieldKind.Item) { Required = true },
                    new("itemId", FieldKind.Source),
                    new("what", FieldKind.Text) { MaxLength = MaxWhat, IsTold = true },
                    new("include", FieldKind.YesNo),
                ],
            },
            CaseForms.Items with { Name = "newItems" },
            new("proposals", FieldKind.LongText) { MaxLength = 4000, IsContent = true, Clause = "Đ8.2" },
            new("nextMonth", FieldKind.LongText) { MaxLength = 3000, IsContent = true },
            CaseForms.Files,
            new("lateReason", FieldKind.LongText) { MaxLength = 1000, IsContent = true, SometimesRequired = true },
            new("concernsPersonnel", FieldKind.YesNo) { Required = true, IsQuestion = true, Clause = "Đ4.1-3" }))
        .CheckedBy(new AreaReportValidator()) with
    { IsReviewed = true };

    /// <summary>Không phát sinh (R-RPT-01): said in one act.</summary>
    public static FormSchema Nothing { get; } = new FormSchema("area-report-nothing", typeof(AreaReportNoteInput),
        new FormPage("nothing", "Đ8.2", SecrecyGate.Field, Opinion with { SometimesRequired = true }))
        .CheckedBy(new AreaReportNoteValidator(() => Nothing!)) with
    { IsReviewed = true };

    /// <summary>The lead sends the report on, or gives it back.</summary>
    public static FormSchema Check { get; } = new FormSchema("area-report-check", typeof(AreaReportNoteInput),
        new FormPage("check", "Đ8.2", SecrecyGate.Field, Opinion)).CheckedBy(new AreaReportNoteValidator(() => Check!));

    /// <summary>New items that judge people: kept beside the report, Restricted .</summary>
    public static FormSchema Apart { get; } = new(
        Report.Key + ApartForms.Ending, typeof(AreaReportApart),
        new FormPage("apart", "Đ5.1", CaseForms.Items with { Name = "newItems" }));

    public static IReadOnlyList<FormSchema> All { get; } = [Report, Apart, Nothing, Check];
}
