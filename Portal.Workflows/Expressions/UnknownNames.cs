namespace Portal.Workflows.Expressions;

/// <summary>Names in a script that nothing answers to.</summary>
/// <param name="Functions">Functions and other names: the script fails where it comes to them.</param>
/// <param name="Variables">Variables that the definition does not have.</param>
/// <param name="Inputs">Inputs that the process does not give: always absent.</param>
/// <param name="Activities">Activities that the definition does not have: they put nothing out.</param>
public sealed record UnknownNames(
    IReadOnlyList<string> Functions, IReadOnlyList<string> Variables, IReadOnlyList<string> Inputs, IReadOnlyList<string> Activities);
