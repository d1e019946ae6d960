namespace Portal.Web.ElsaStudio;

/// <summary>A setting of an activity as Elsa Studio shows it.</summary>
/// <param name="Name">As it stands in definitions.</param>
/// <param name="TypeName">Elsa's name of its type.</param>
/// <param name="Hint">Studio's name of the control.</param>
/// <param name="Syntax">The kind of expression it begins with.</param>
/// <param name="IsWrapped">False where the definition holds the value itself and no expression.</param>
/// <param name="Options">What is chosen from, in a drop-down list.</param>
internal sealed record StudioInput(
    string Name, string TypeName, string Hint = "singleline", string Syntax = "Literal", bool IsWrapped = true,
    IReadOnlyList<string>? Options = null);
