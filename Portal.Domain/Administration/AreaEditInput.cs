namespace Portal.Domain.Administration;

/// <summary>What may be put right in place. A new name by decision is a reorganisation: the old one stays findable.</summary>
public sealed record AreaEditInput
{
    public string? Name { get; init; }

    public string? ParentId { get; init; }

    public string? PartyCommittee { get; init; }

    public string? OrganizingBody { get; init; }

    public string? Address { get; init; }

    public ContactInput[]? Contacts { get; init; }
}
