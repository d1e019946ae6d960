using Portal.Domain.Cases;
using Portal.Domain.Forms;

namespace Portal.Domain.AreaReports;

/// <summary>The forms of a briefing on an area (S-02, Đ5.5).</summary>
public static class AreaBriefingForms
{
    /// <summary>Characters of one part of a briefing.</summary>
    public const int MaxText = 8000;

    public static FormSchema Request { get; } = new FormSchema("area-briefing", typeof(BriefingRequestInput),
        new FormPage("request", "Đ5.5",
            SecrecyGate.Field,
            new("areaId", FieldKind.Area) { Required = true, RequiredBy = "Đ5.5" },
            new("purpose", FieldKind.LongText) { Required = true, MaxLength = 1000, IsContent = true, RequiredBy = "Đ5.5" },
            new("neededBy", FieldKind.Date) { Required = true, RequiredBy = "Đ5.5" },
            new("since", FieldKind.Date))).CheckedBy(new BriefingRequestRules()) with
    { IsReviewed = true };

    public static FormSchema Draft { get; } = new FormSchema("area-briefing-draft", typeof(BriefingDraftInput),
        new FormPage("briefing", "Đ5.5",
            SecrecyGate.Field,
            new("sections", FieldKind.Rows)
            {
                Required = true,
                IsContent = true,
                RequiredBy = "Đ5.5",
                Items =
                [
                    new("title", FieldKind.Text) { Required = true, MaxLength = 200 },
                    new("text", FieldKind.LongText) { Required = true, MaxLength = MaxText, RequiredBy = "Đ5.5" },
                ],
            },
            CaseForms.Files)).CheckedBy(new BriefingDraftRules()) with
    { IsReviewed = true };

    public static IReadOnlyList<FormSchema> All { get; } = [Request, Draft];
}
