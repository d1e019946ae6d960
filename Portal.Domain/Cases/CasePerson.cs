namespace Portal.Domain.Cases;

public sealed class CasePerson
{
    public Guid CaseId { get; init; }

    public required string PersonId { get; init; }

    public required CasePersonKind Kind { get; init; }
}
