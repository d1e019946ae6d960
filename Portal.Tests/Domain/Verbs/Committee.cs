using Portal.Domain.Areas;
using Portal.Domain.Cases;
using Portal.Domain.Organisation;
using Portal.Domain.Regulations;
using Portal.Domain.WorkingCalendar;

namespace Portal.Tests.Domain.Verbs;

/// <summary>
/// A small Committee with the numbers of the demo: group N03 watches A017 (lead S11, members S31 and S33; leader in charge L4), group N01
/// watches A001 (lead S09, member S27; L3). L1 is the head, L2 the standing deputy.
/// </summary>
public static class Committee
{
    public const string Group = "N03";
    public const string Area = "A017";
    public const string Department = "TCCB";

    /// <summary>The one clause that the Regulation has.</summary>
    public const string Clause = "Đ7.A.5";

    public const string Lead = "S11";
    public const string Member = "S31";
    public const string OtherMember = "S33";
    public const string Stranger = "S27";
    public const string Head = "L1";
    public const string StandingDeputy = "L2";
    public const string OtherLeader = "L3";
    public const string Leader = "L4";
    public const string Clerk = "S03";
    public const string Coordinator = "S20";
    public const string Compliance = "S37";

    /// <summary>Leads group N01 and heads the department that is asked.</summary>
    public const string DepartmentHead = "S09";
    public const string OtherDepartmentHead = "S23";
    public const string DepartmentStaff = "S24";

    /// <summary>Timers act without a person.</summary>
    public const string Nobody = "";

    /// <summary>An id that no member of staff has.</summary>
    public const string Unknown = "X99";

    private static readonly DateOnly Begin = new(2025, 1, 1);

    public static IReadOnlyList<string> Everybody { get; } =
    [
        Head, StandingDeputy, OtherLeader, Leader, Lead, Member, OtherMember, Stranger,
        Clerk, Coordinator, Compliance, DepartmentHead, OtherDepartmentHead, DepartmentStaff,
    ];

    public static OrganisationDirectory Directory { get; } = new(Data());

    private static WorkCalendar Calendar { get; } = new([]);

    /// <summary>A moment by the clock of Viet Nam, as UTC.</summary>
    public static DateTime At(DateTime local) => Portal.Domain.Common.VietnamTime.ToUtc(local);

    /// <summary>The person acts, at a moment in UTC.</summary>
    public static CaseContext As(string person, DateTime now) =>
        new(ActorOf(person), null, now, Directory, Calendar, PortalSettings.Default)
        {
            Clauses = new Dictionary<string, RegulationClause>
            {
                [Clause] = new()
                {
                    RegulationId = "QC",
                    Code = Clause,
                    Heading = "Điều 7",
                    Text = "Báo việc trước khi đi"
                }
            },
        };

    /// <summary>The people, each refused with the same code.</summary>
    public static IReadOnlyDictionary<string, string> Each(string code, params string[] people) => people.ToDictionary(p => p, _ => code);

    /// <summary>The people, each refused for want of the right.</summary>
    public static IReadOnlyDictionary<string, string> Forbidden(params string[] people) => Each("Common.Forbidden", people);

    /// <summary>Both.</summary>
    public static IReadOnlyDictionary<string, string> And(
        this IReadOnlyDictionary<string, string> some, IReadOnlyDictionary<string, string> others) =>
        some.Concat(others).ToDictionary(p => p.Key, p => p.Value);

    private static Actor ActorOf(string person) => person == Nobody ? Actor.System : new Actor(person, Directory.NameOf(person));

    private static DirectoryData Data()
    {
        var decision = new AssignmentDecision { Number = "1-QĐ/BTCTU", Date = Begin, SignerId = Head };
        return new DirectoryData
        {
            Departments = [Specialist(Department, "Phòng Tổ chức, cán bộ", "TCCB", WorkDomains.OrganizationAndCadres),
                Specialist("TCDV", "Phòng Tổ chức đảng, đảng viên", "TCĐV", WorkDomains.PartyOrgAndMembers)],
            Staff = [.. Everybody.Select(Person)],
            Roles =
            [
                Grant(Head, Role.HeadOfCommittee), Grant(StandingDeputy, Role.DeputyHead),
                Grant(OtherLeader, Role.DeputyHead), Grant(Leader, Role.DeputyHead),
                Grant(Clerk, Role.RecordsClerk), Grant(Coordinator, Role.ReviewCoordinator), Grant(Compliance, Role.ComplianceOfficer),
                Grant(DepartmentHead, Role.DepartmentHead), Grant(OtherDepartmentHead, Role.DepartmentHead),
                Grant(DepartmentStaff, Role.DepartmentStaff),
            ],
            Leaders = [.. new[] { Head, StandingDeputy, OtherLeader, Leader }.Select(OfCommittee)],
            Portfolios =
            [
                new LeaderPortfolio { PersonId = Leader, GroupId = Group, ValidFrom = Begin },
                new LeaderPortfolio { PersonId = OtherLeader, GroupId = "N01", ValidFrom = Begin },
            ],
            Kinds = [new AreaKind { Id = "XA", Name = "Xã", ValidFrom = Begin }],
            MeetingTypes = [new MeetingType { Id = "HNBCH", Name = "Hội nghị Ban Chấp hành", ValidFrom = Begin }],
            Areas = [WatchedArea(Area, "Xã Bàu Nổi"), WatchedArea("A001", "Xã Đồng Tháp")],
            Decisions = [decision],
            Groups = [Of(Group, "Nhóm 3"), Of("N01", "Nhóm 1")],
            Memberships =
            [
                .. new[] { (Group, Lead), (Group, Member), (Group, OtherMember), ("N01", DepartmentHead), ("N01", Stranger) }
                    .Select(m => MemberOf(m.Item1, m.Item2, decision)),
            ],
            Assignments = [Watches(Group, Area, decision), Watches("N01", "A001", decision)],
        };
    }

    private static Department Specialist(string id, string name, string shortName, string domains) => new()
    {
        Id = id,
        Name = name,
        ShortName = shortName,
        IsSpecialist = true,
        Domains = domains,
    };

    private static CommitteeLeader OfCommittee(string person, int order) => new()
    {
        PersonId = person,
        Position = person == Head ? LeaderPosition.Head : LeaderPosition.Deputy,
        IsStanding = person == StandingDeputy,
        Order = order,
        ValidFrom = Begin,
    };

    private static GroupMembership MemberOf(string group, string person, AssignmentDecision decision) => new()
    {
        GroupId = group,
        PersonId = person,
        IsLead = person is Lead or DepartmentHead,
        DecisionId = decision.Id,
        ValidFrom = Begin,
    };

    private static AreaAssignment Watches(string group, string area, AssignmentDecision decision) => new()
    {
        GroupId = group,
        AreaId = area,
        DecisionId = decision.Id,
        ValidFrom = Begin,
    };

    private static MonitoredArea WatchedArea(string id, string name) => new() { Id = id, Name = name, KindId = "XA", ValidFrom = Begin };

    private static MonitoringGroup Of(string id, string name) => new() { Id = id, Name = name, ValidFrom = Begin };

    private static RoleGrant Grant(string person, Role role) => new() { PersonId = person, Role = role, ValidFrom = Begin };

    private static StaffMember Person(string id) => new()
    {
        Id = id,
        FullName = $"Nguyễn Văn {id}",
        Position = "Chuyên viên",
        DepartmentId = DepartmentOf(id),
        ValidFrom = Begin,
    };

    private static string? DepartmentOf(string id) => id switch
    {
        DepartmentHead or DepartmentStaff => Department,
        OtherDepartmentHead => "TCDV",
        _ => null,
    };
}
