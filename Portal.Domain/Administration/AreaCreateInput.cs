namespace Portal.Domain.Administration;

/// <summary>Đ2.1: an area comes into being, by a decision that also says who watches it.</summary>
public sealed record AreaCreateInput
{
    public string? Code { get; init; }

    public string? Name { get; init; }

    public string? KindId { get; init; }

    public string? ParentId { get; init; }

    public string? PartyCommittee { get; init; }

    public string? OrganizingBody { get; init; }

    public string? Address { get; init; }

    public DateOnly? From { get; init; }

    public string? GroupId { get; init; }

    public DecisionInput? Decision { get; init; }
}
