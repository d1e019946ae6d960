using Portal.Domain.Cases;
using Portal.Domain.Forms;

namespace Portal.Domain.FieldTrips;

/// <summary>The forms of the monthly plan (F1, F4).</summary>
public static class PlanForms
{
    private static readonly FormField ItemNumber = new("item", FieldKind.Item) { Required = true };

    public static FormSchema Plan { get; } = new FormSchema("trip-plan", typeof(TripPlanInput),
        new FormPage("plan", "Đ8.1",
            SecrecyGate.Field,
            new("noTrip", FieldKind.YesNo) { Required = true, Clause = "Đ8.1" },
            new("noTripReason", FieldKind.LongText)
            {
                Required = true,
                MaxLength = 500,
                When = new("noTrip", "true"),
                IsContent = true,
                RequiredBy = "Đ8.1",
            },
            new FormField("items", FieldKind.Rows)
            {
                Required = true,
                DemandedByRules = true,
                Clause = "Đ8.1",
                When = new("noTrip", "false"),
                Items =
                [
                    new("areaIds", FieldKind.Areas) { Required = true, RequiredBy = "Đ8.1", IsColumn = true },
                    new("subUnits", FieldKind.Text) { MaxLength = 500 },
                    new("purpose", FieldKind.LongText) { Required = true, MaxLength = 3000, IsContent = true, RequiredBy = "Đ8.1" },
                    new("domains", FieldKind.WorkDomains) { Required = true, RequiredBy = "Đ2.2" },
                    new("dateFrom", FieldKind.Date) { Required = true, RequiredBy = "Đ8.1", IsColumn = true },
                    new("dateTo", FieldKind.Date) { Required = true, RequiredBy = "Đ8.1", IsColumn = true },
                    new("timeOfDay", FieldKind.Choice) { Required = true, Options = Enum.GetNames<TimeOfDay>(), RequiredBy = "Đ8.1" },
                    new("place", FieldKind.Text) { Required = true, MaxLength = 300, DemandedByRules = true, IsColumn = true },
                    new("participantIds", FieldKind.People) { Required = true, IsColumn = true },
                    new("tripLeaderId", FieldKind.Person) { Required = true },
                    new("whomToMeet", FieldKind.Text) { MaxLength = 300, IsContent = true },
                    new("relatedCases", FieldKind.Cases),
                    new("relatedItems", FieldKind.Text) { MaxLength = 500, IsContent = true },
                    new("priority", FieldKind.Choice) { Options = Enum.GetNames<PlanPriority>() },
                ],
            },
            new("note", FieldKind.LongText) { MaxLength = 2000, IsContent = true })).CheckedBy(new TripPlanValidator())
                with
    { IsReviewed = true, IsWrittenTogether = true };

    public static FormSchema Opinion { get; } = new FormSchema("plan-opinion", typeof(PlanOpinionInput),
        new FormPage("opinion", "Đ8.1",
            SecrecyGate.Field,
            new("opinion", FieldKind.LongText) { MaxLength = 2000, IsContent = true },
            new FormField("itemOpinions", FieldKind.Rows)
            {
                IsContent = true,
                Items = [ItemNumber, new("text", FieldKind.LongText) { Required = true, MaxLength = 2000 }],
            },
            CaseForms.Directives)).CheckedBy(new PlanOpinionValidator(OpinionDemand.None));

    public static FormSchema Drop { get; } = new FormSchema("plan-item-drop", typeof(PlanItemDropInput),
        new FormPage("drop", "Đ8.1", SecrecyGate.Field, ItemNumber, CaseForms.Reason())).CheckedBy(new PlanItemDropValidator());

    public static FormSchema Move { get; } = new FormSchema("plan-item-move", typeof(PlanItemMoveInput),
        new FormPage("move", "Đ8.1",
            SecrecyGate.Field,
            ItemNumber,
            new("dateFrom", FieldKind.Date) { Required = true, RequiredBy = "Đ8.1" },
            new("dateTo", FieldKind.Date) { Required = true, RequiredBy = "Đ8.1" },
            CaseForms.Reason())).CheckedBy(new PlanItemMoveValidator());

    public static IReadOnlyList<FormSchema> All { get; } = [Plan, Opinion, Drop, Move];
}
