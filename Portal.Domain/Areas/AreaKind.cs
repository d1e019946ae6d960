using Portal.Domain.Organisation;

namespace Portal.Domain.Areas;

/// <summary>Loại địa bàn, as data (Đ2.1): a new kind needs no code.</summary>
public sealed class AreaKind : IEffectiveDated
{
    public required string Id { get; init; }

    public required string Name { get; set; }

    public int Order { get; set; }

    public bool HasPartyCommittee { get; set; } = true;

    public DateOnly ValidFrom { get; init; }

    public DateOnly? ValidTo { get; set; }
}
