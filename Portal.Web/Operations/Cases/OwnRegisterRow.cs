namespace Portal.Web.Operations.Cases;

/// <summary>A case of a process that administrators made, with what was answered in its extra fields.</summary>
/// <param name="Values">By the field's name, as it was stored; nothing of a case that the person reads no content of.</param>
public sealed record OwnRegisterRow(CaseRow Case, IReadOnlyDictionary<string, string> Values);
