using Portal.Domain.Common;

namespace Portal.Domain.Organisation;

/// <summary>Something that holds from a day to a day, both included; an open end is null .</summary>
public interface IEffectiveDated
{
    DateOnly ValidFrom { get; }

    DateOnly? ValidTo { get; set; }
}

public static class EffectiveDating
{
    public static bool IsValidOn(this IEffectiveDated item, DateOnly day) =>
        item.ValidFrom <= day && (item.ValidTo is not { } end || day <= end);

    public static bool Overlaps(this IEffectiveDated a, IEffectiveDated b) =>
        a.ValidFrom <= (b.ValidTo ?? DateOnly.MaxValue) && b.ValidFrom <= (a.ValidTo ?? DateOnly.MaxValue);
}

/// <summary>Phòng thuộc Ban (Đ11).</summary>
public sealed class Department
{
    public required string Id { get; init; }

    public required string Name { get; set; }

    public required string ShortName { get; set; }

    public bool IsSpecialist { get; set; }

    /// <summary>Fields of work it answers for, codes of <c>WorkDomains</c> separated by commas (Đ11).</summary>
    public string Domains { get; set; } = "";

    public int Order { get; set; }

    public IReadOnlyList<string> WorkDomains => Domains.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}

/// <summary>A civil servant or leader of the Committee. Ids are short codes (<c>S09</c>, <c>L3</c>).</summary>
public sealed class StaffMember : IEffectiveDated
{
    private string _fullName = "";

    public required string Id { get; init; }

    public required string FullName
    {
        get => _fullName;
        set
        {
            _fullName = value;
            SortKey = VietnameseText.SortKey(value);
            SearchText = VietnameseText.Fold(value);
        }
    }

    /// <summary>Orders by given name in Vietnamese collation when compared as bytes.</summary>
    public string SortKey { get; private set; } = "";

    /// <summary>The name folded for search without tone marks.</summary>
    public string SearchText { get; private set; } = "";

    public required string Position { get; set; }

    public string? DepartmentId { get; set; }

    public DateOnly ValidFrom { get; init; }

    public DateOnly? ValidTo { get; set; }
}

/// <summary>Roles that are granted. Lead, member and leader in charge are not granted but found by date.</summary>
public enum Role
{
    HeadOfCommittee,
    DeputyHead,
    DepartmentHead,
    DepartmentStaff,
    ComplianceOfficer,
    ReviewCoordinator,
    RecordsClerk,
    ProcessDesigner,
    SystemAdministrator,
    Auditor,
}

public sealed class RoleGrant : IEffectiveDated
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string PersonId { get; init; }

    public required Role Role { get; init; }

    public required DateOnly ValidFrom { get; init; }

    public DateOnly? ValidTo { get; set; }
}

public enum LeaderPosition
{
    Head,
    Deputy,
}

/// <summary>Đ2.5: a leader of the Committee over a period.</summary>
public sealed class CommitteeLeader : IEffectiveDated
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string PersonId { get; init; }

    public required LeaderPosition Position { get; init; }

    public bool IsStanding { get; init; }

    public int Order { get; init; }

    public required DateOnly ValidFrom { get; init; }

    public DateOnly? ValidTo { get; set; }
}

/// <summary>What a leader is in charge of: exactly one of area, group, department is named.</summary>
public sealed class LeaderPortfolio : IEffectiveDated
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string PersonId { get; init; }

    public string? AreaId { get; init; }

    public string? GroupId { get; init; }

    public string? DepartmentId { get; init; }

    public required DateOnly ValidFrom { get; init; }

    public DateOnly? ValidTo { get; set; }
}

/// <summary>A period in which a person is away (S-13).</summary>
public sealed class AbsencePeriod : IEffectiveDated
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string PersonId { get; init; }

    public required string Reason { get; init; }

    public required DateOnly ValidFrom { get; init; }

    public DateOnly? ValidTo { get; set; }
}

/// <summary>
/// a substitute for a period and a set of processes. It takes effect once accepted, is not transitive, and by
/// default leaves Restricted items with the person who delegates.
/// </summary>
public sealed class DelegationGrant : IEffectiveDated
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string PrincipalId { get; init; }

    public required string DelegateId { get; init; }

    /// <summary>Process keys, separated by commas; empty means every process.</summary>
    public string ProcessKeys { get; init; } = "";

    public bool IncludesRestricted { get; init; }

    public required DateOnly ValidFrom { get; init; }

    public DateOnly? ValidTo { get; set; }

    public DateTime? AcceptedAt { get; private set; }

    public DateTime? RevokedAt { get; private set; }

    public bool Covers(string processKey, bool restricted, DateOnly day) =>
        AcceptedAt is not null && RevokedAt is null && this.IsValidOn(day) && (IncludesRestricted || !restricted)
        && (ProcessKeys.Length == 0 || ProcessKeys.Split(',').Contains(processKey));

    /// <summary>Only the substitute accepts.</summary>
    public Result Accept(string personId, DateTime now)
    {
        if (personId != DelegateId)
        {
            return Refusal.Forbidden;
        }

        if (RevokedAt is not null)
        {
            return new Refusal("Delegation.Revoked");
        }

        AcceptedAt ??= now;
        return Result.Ok;
    }

    /// <summary>Either side may end it.</summary>
    public Result Revoke(string personId, DateTime now)
    {
        if (personId != DelegateId && personId != PrincipalId)
        {
            return Refusal.Forbidden;
        }

        RevokedAt ??= now;
        return Result.Ok;
    }
}

/// <summary>The signed-in person, and from where. Passed to every verb: there is no ambient user.</summary>
/// <param name="PersonId">Id of the <see cref="StaffMember"/>.</param>
/// <param name="Name">Full name.</param>
/// <param name="Address">Client address for the audit trail; empty for the system.</param>
public sealed record Actor(string PersonId, string Name, string Address = "")
{
    /// <summary>Timers and the seeding of shipped data act as the system; it never decides anything .</summary>
    public static Actor System { get; } = new("", "Hệ thống");

    public bool IsSystem => PersonId.Length == 0;
}
