using Portal.Domain.Forms;

namespace Portal.Domain.Cases;

/// <summary>S-08, the form of a reserved opinion.</summary>
public sealed record ReservedOpinionInput : IGatedInput
{
    public SecrecyGate? Secrecy { get; init; }

    public string? Opinion { get; init; }

    public string? Difference { get; init; }

    public string? Grounds { get; init; }

    public OpinionDiffersFrom? DiffersFrom { get; init; }

    public bool? Forward { get; init; }

    public Guid[]? Files { get; init; }

    public static FormSchema Schema { get; } = new FormSchema("reserved-opinion", typeof(ReservedOpinionInput),
        new FormPage("opinion", "Đ6.4",
            SecrecyGate.Field,
            new FormField("opinion", FieldKind.LongText) { Required = true, MaxLength = 8000, IsContent = true, RequiredBy = "Đ6.4" },
            new FormField("difference", FieldKind.LongText) { Required = true, MaxLength = 2000, IsContent = true, RequiredBy = "Đ6.4" },
            new FormField("grounds", FieldKind.LongText) { Required = true, MaxLength = 4000, IsContent = true, RequiredBy = "Đ6.4" },
            new FormField("differsFrom", FieldKind.Choice) { Required = true, Options = Enum.GetNames<OpinionDiffersFrom>() },
            new FormField("forward", FieldKind.YesNo), CaseForms.Files)).CheckedBy(new ReservedOpinionValidator());
}
