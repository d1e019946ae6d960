using Portal.Domain.Cases;
using Portal.Domain.FollowUps;
using Portal.Domain.Forms;

namespace Portal.Domain.Contacts;

public static class ContactForms
{
    public static FormSchema New { get; } = new FormSchema("contact-new", typeof(NewContactInput),
        new FormPage("contact", "Đ9.1",
        [
            SecrecyGate.Field,
            new("counterpart", FieldKind.Choice) { Required = true, Options = Enum.GetNames<CounterpartKind>() },
            new("areaId", FieldKind.Area) { RequiredWhen = new("counterpart", nameof(CounterpartKind.Area)) },
            new("body", FieldKind.Text)
            {
                Required = true,
                RequiredBy = "Đ10",
                MaxLength = 300,
                When = new("counterpart", nameof(CounterpartKind.ProvincialCommitteeBody)),
            },
            new("departmentId", FieldKind.Department)
            {
                Required = true,
                RequiredBy = "Đ11",
                When = new("counterpart", nameof(CounterpartKind.Department)),
            },
            new("contactPerson", FieldKind.Text) { Required = true, MaxLength = 200, RequiredBy = "Đ9.1" },
            new("position", FieldKind.Text) { MaxLength = 200 },
            new("at", FieldKind.DateTime) { Required = true, RequiredBy = "Đ9.1" },
            new("channel", FieldKind.Choice) { Required = true, Options = Enum.GetNames<ContactChannel>() },
            new("domain", FieldKind.WorkDomain) { Required = true, RequiredBy = "Đ2.2" },
            new("subject", FieldKind.Text) { Required = true, MaxLength = 300, IsContent = true },
            new("summary", FieldKind.LongText) { MaxLength = 1000, IsContent = true },
            .. FollowUpForms.Fields,
        ])).CheckedBy(new NewContactValidator());
}
