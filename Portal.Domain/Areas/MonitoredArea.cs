using Portal.Domain.Common;
using Portal.Domain.Organisation;

namespace Portal.Domain.Areas;

/// <summary>Địa bàn (Đ2.1).</summary>
public sealed class MonitoredArea : IEffectiveDated
{
    private string _name = "";

    public required string Id { get; init; }

    public required string Name
    {
        get => _name;
        set
        {
            _name = value;
            SearchText = VietnameseText.Fold(value);
        }
    }

    public string SearchText { get; private set; } = "";

    public required string KindId { get; set; }

    public string? ParentId { get; set; }

    public string Address { get; set; } = "";

    /// <summary>Cấp ủy.</summary>
    public string PartyCommittee { get; set; } = "";

    /// <summary>Ban tổ chức cấp ủy or the body in charge of Party building.</summary>
    public string OrganizingBody { get; set; } = "";

    public DateOnly ValidFrom { get; init; }

    public DateOnly? ValidTo { get; set; }
}
