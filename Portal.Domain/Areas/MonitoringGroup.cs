using Portal.Domain.Organisation;

namespace Portal.Domain.Areas;

/// <summary>Nhóm theo dõi địa bàn (Đ2.3).</summary>
public sealed class MonitoringGroup : IEffectiveDated
{
    public required string Id { get; init; }

    public required string Name { get; set; }

    public DateOnly ValidFrom { get; init; }

    public DateOnly? ValidTo { get; set; }
}
