namespace Portal.Domain.Administration;

/// <summary>Loại địa bàn (Đ2.1).</summary>
public sealed record AreaKindInput
{
    public string? Code { get; init; }

    public string? Name { get; init; }

    public bool? HasPartyCommittee { get; init; }

    public int? Order { get; init; }
}
