using Portal.Domain.Common;
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

/// <summary>Loại cuộc họp, as data: some types ended with the bodies that held them .</summary>
public sealed class MeetingType : IEffectiveDated
{
    public required string Id { get; init; }

    public required string Name { get; set; }

    public int Order { get; set; }

    public DateOnly ValidFrom { get; init; }

    public DateOnly? ValidTo { get; set; }
}

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

public enum LineageKind
{
    Merge,
    Split,
    Rename,
    Reorganize,
}

/// <summary>Tiền thân, kế tục of an area.</summary>
public sealed class AreaLineage
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string PredecessorId { get; init; }

    public required string SuccessorId { get; init; }

    public required LineageKind Kind { get; init; }

    public required DateOnly On { get; init; }
}

/// <summary>Đầu mối của địa bàn (Đ9.1).</summary>
public sealed class AreaContact
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string AreaId { get; init; }

    public required string FullName { get; set; }

    public required string Position { get; set; }

    public string Phone { get; set; } = "";
}

/// <summary>Văn bản phân công (Đ2.3): number, date and the leader who signed.</summary>
public sealed class AssignmentDecision
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string Number { get; init; }

    public required DateOnly Date { get; init; }

    public required string SignerId { get; init; }

    public string Summary { get; init; } = "";
}

/// <summary>Nhóm theo dõi địa bàn (Đ2.3).</summary>
public sealed class MonitoringGroup : IEffectiveDated
{
    public required string Id { get; init; }

    public required string Name { get; set; }

    public DateOnly ValidFrom { get; init; }

    public DateOnly? ValidTo { get; set; }
}

public sealed class GroupMembership : IEffectiveDated
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string GroupId { get; init; }

    public required string PersonId { get; init; }

    public bool IsLead { get; init; }

    /// <summary>Speciality codes of <see cref="WorkDomains"/>, separated by commas (Đ7.B.1).</summary>
    public string Specialities { get; set; } = "";

    public required Guid DecisionId { get; init; }

    public required DateOnly ValidFrom { get; init; }

    public DateOnly? ValidTo { get; set; }
}

/// <summary>Phân công theo dõi: the group that watches an area, by decision.</summary>
public sealed class AreaAssignment : IEffectiveDated
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string GroupId { get; init; }

    public required string AreaId { get; init; }

    /// <summary>The member who mainly watches the area; null when the group as a whole does.</summary>
    public string? PersonId { get; init; }

    public required Guid DecisionId { get; init; }

    public required DateOnly ValidFrom { get; init; }

    public DateOnly? ValidTo { get; set; }
}

/// <summary>Đ2.2: the four fields of Party-building work.</summary>
public static class WorkDomains
{
    public const string OrganizationAndCadres = nameof(OrganizationAndCadres);
    public const string CivilServants = nameof(CivilServants);
    public const string PartyOrgAndMembers = nameof(PartyOrgAndMembers);
    public const string InternalPoliticalProtection = nameof(InternalPoliticalProtection);

    public static IReadOnlyList<string> All { get; } =
        [OrganizationAndCadres, CivilServants, PartyOrgAndMembers, InternalPoliticalProtection];
}
