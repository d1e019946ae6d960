namespace Portal.Domain.Forms;

/// <summary>
/// Parts of a form that are kept apart of it, as a form of their own, and of whose existence only those know who may read
/// them.
/// </summary>
public static class ApartForms
{
    /// <summary>How the key of such a part ends, after the key of the form that it was taken out of.</summary>
    public const string Ending = "-apart";
}
