using Portal.Domain.FollowUps;
using Portal.Domain.Forms;

namespace Portal.Domain.Guidance;

public static class GuidanceForms
{
    public static FormSchema New { get; } = new FormSchema("guidance-new", typeof(NewGuidanceInput),
        new FormPage("guidance", "Đ5.4",
        [
            SecrecyGate.Field,
            new("type", FieldKind.Choice) { Required = true, Options = Enum.GetNames<GuidanceType>(), RequiredBy = "Đ5.4" },
            new("areaId", FieldKind.Area) { Required = true, RequiredBy = "Đ5.4" },
            new("date", FieldKind.Date) { Required = true, RequiredBy = "Đ5.4" },
            new("domain", FieldKind.WorkDomain) { Required = true, RequiredBy = "Đ5.4" },
            new("document", FieldKind.Text) { MaxLength = 500, IsContent = true },
            new("departmentIds", FieldKind.Departments),
            new("content", FieldKind.LongText) { Required = true, MaxLength = 4000, RequiredBy = "Đ5.4", IsContent = true },
            new("result", FieldKind.LongText) { MaxLength = 4000, IsOneOf = true, IsContent = true },
            .. FollowUpForms.Fields,
        ])).CheckedBy(new NewGuidanceValidator());
}
