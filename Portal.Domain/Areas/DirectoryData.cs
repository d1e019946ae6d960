using Portal.Domain.Organisation;

namespace Portal.Domain.Areas;

/// <summary>The rows of the organisation, as stored.</summary>
public sealed record DirectoryData
{
    public IReadOnlyList<Department> Departments { get; init; } = [];
    public IReadOnlyList<StaffMember> Staff { get; init; } = [];
    public IReadOnlyList<RoleGrant> Roles { get; init; } = [];
    public IReadOnlyList<CommitteeLeader> Leaders { get; init; } = [];
    public IReadOnlyList<LeaderPortfolio> Portfolios { get; init; } = [];
    public IReadOnlyList<AbsencePeriod> Absences { get; init; } = [];
    public IReadOnlyList<DelegationGrant> Delegations { get; init; } = [];
    public IReadOnlyList<AreaKind> Kinds { get; init; } = [];
    public IReadOnlyList<MeetingType> MeetingTypes { get; init; } = [];
    public IReadOnlyList<MonitoredArea> Areas { get; init; } = [];
    public IReadOnlyList<AreaLineage> Lineage { get; init; } = [];

    /// <summary>Those who are it still.</summary>
    public IReadOnlyList<AreaContact> Contacts { get; init; } = [];

    /// <summary>Those that are offered still.</summary>
    public IReadOnlyList<SubUnit> SubUnits { get; init; } = [];

    public IReadOnlyList<AssignmentDecision> Decisions { get; init; } = [];
    public IReadOnlyList<MonitoringGroup> Groups { get; init; } = [];
    public IReadOnlyList<GroupMembership> Memberships { get; init; } = [];
    public IReadOnlyList<AreaAssignment> Assignments { get; init; } = [];
}
