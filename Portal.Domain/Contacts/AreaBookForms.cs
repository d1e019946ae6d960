using Portal.Domain.Forms;

namespace Portal.Domain.Contacts;

/// <summary>
/// What the group writes down of its areas: names, offices and numbers of the organisation, as administrators do; no content of any case.
/// </summary>
public static class AreaBookForms
{
    public static FormSchema Contact { get; } = new FormSchema("known-contact", typeof(KnownContactInput),
        new FormPage("contact", "Đ9.1",
            new("fullName", FieldKind.Text) { Required = true, MaxLength = 200, RequiredBy = "Đ9.1" },
            new("position", FieldKind.Text) { Required = true, MaxLength = 200 },
            new("phone", FieldKind.Text) { MaxLength = 50 })).CheckedBy(new KnownContactValidator());

    public static FormSchema Unit { get; } = new FormSchema("sub-unit", typeof(SubUnitInput),
        new FormPage("unit", "Đ9.4", new FormField("name", FieldKind.Text) { Required = true, MaxLength = 200, RequiredBy = "Đ9.4" }))
            .CheckedBy(new SubUnitValidator());

    public static IReadOnlyList<FormSchema> All { get; } = [Contact, Unit];
}
