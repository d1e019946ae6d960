namespace Portal.Domain.Cases;

/// <summary>Being on a case in this way opens none of its content.</summary>
/// <param name="Office">For people of this office only; null for everybody.</param>
public sealed record AudienceBar(CasePersonKind Kind, AudienceOffice? Office = null);
