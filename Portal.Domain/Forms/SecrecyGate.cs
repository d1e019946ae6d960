namespace Portal.Domain.Forms;

/// <summary>
/// The question that opens every form with free text or attachments. Unanswered, nothing of the form is
/// accepted or kept, not even as a draft.
/// </summary>
public sealed record SecrecyGate
{
    /// <summary>Null until answered: there is no default.</summary>
    public bool? ContainsStateSecret { get; init; }

    public OffSystemStub? Stub { get; init; }

    /// <summary>Section 9.4: a mark of a classified document stands in the text, and the person has confirmed that it is none.</summary>
    public bool? MarksConfirmed { get; init; }

    public static SecrecyGate No { get; } = new() { ContainsStateSecret = false };

    public static FormField Field { get; } = new("secrecy", FieldKind.Secrecy) { Required = true, Clause = "Đ7.A.6" };
}
