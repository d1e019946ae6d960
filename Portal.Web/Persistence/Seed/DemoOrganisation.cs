using Microsoft.AspNetCore.Identity;
using Portal.Domain.Areas;
using Portal.Domain.Organisation;
using Portal.Web.Security;

namespace Portal.Web.Persistence.Seed;

/// <summary>The invented province of Lam Giang: people, departments, groups, areas with their lineage, decisions, portfolios.</summary>
internal static class DemoOrganisation
{
    /// <summary>Everything of the demo organisation holds from here unless its row says otherwise.</summary>
    public static readonly DateOnly Begin = new(2025, 1, 1);

    public static readonly DateOnly Reform = new(2025, 7, 1);

    public static void AddTo(PortalDbContext db)
    {
        var file = SeedResources.Read<File>("demo");
        AddDepartments(db, file);
        AddPeople(db, file);
        AddAreas(db, file);
        AddGroups(db, file);
    }

    /// <summary>Sign-in names without family name: <c>nhan.dk</c>, <c>uoc.nd</c>.</summary>
    public static IEnumerable<(string PersonId, string Name, string Login)> Logins()
    {
        var file = SeedResources.Read<File>("demo");
        var taken = new HashSet<string>();
        foreach (var (id, name) in file.Leaders.Select(l => (l.Id, l.Name)).Concat(file.Staff.Select(s => (s.Id, s.Name))))
        {
            var words = Portal.Domain.Common.VietnameseText.Fold(name).Split(' ');
            var login = $"{words[^1]}.{string.Concat(words[..^1].Select(w => w[0]))}";
            for (var n = 2; !taken.Add(login); n++)
            {
                login = $"{words[^1]}.{string.Concat(words[..^1].Select(w => w[0]))}{n}";
            }

            yield return (id, name, login);
        }
    }

    public static IEnumerable<UserAccount> Accounts(IPasswordHasher<UserAccount> hasher, string password, ILookupNormalizer normalizer)
    {
        // One hash for all: hashing 49 times the same demo password would only cost a first start ten seconds.
        var hash = hasher.HashPassword(new UserAccount(), password);
        foreach (var (personId, _, login) in Logins())
        {
            yield return new UserAccount
            {
                UserName = login,
                NormalizedUserName = normalizer.NormalizeName(login),
                PersonId = personId,
                PasswordHash = hash,
                SecurityStamp = Guid.NewGuid().ToString("N"),
                LockoutEnabled = true,
            };
        }
    }

    private static void AddDepartments(PortalDbContext db, File file) =>
        db.Departments.AddRange(file.Departments.Select((d, i) => new Department
        {
            Id = d.Id,
            Name = d.Name,
            ShortName = d.Id,
            IsSpecialist = d.Id != "VP",
            Domains = d.Id switch
            {
                "TCCB" => $"{WorkDomains.OrganizationAndCadres},{WorkDomains.CivilServants}",
                "TCDV" => WorkDomains.PartyOrgAndMembers,
                "BVCTNB" => WorkDomains.InternalPoliticalProtection,
                _ => "",
            },
            Order = i,
        }));

    private static void AddPeople(PortalDbContext db, File file)
    {
        db.Staff.AddRange(file.Leaders.Select(l => new StaffMember
        {
            Id = l.Id,
            FullName = l.Name,
            Position = l.Position,
            ValidFrom = Begin,
        }));
        db.Staff.AddRange(file.Staff.Select(s => new StaffMember
        {
            Id = s.Id,
            FullName = s.Name,
            Position = s.Position,
            DepartmentId = s.Department,
            ValidFrom = Begin,
        }));
        db.Leaders.AddRange(file.Leaders.Select((l, i) => new CommitteeLeader
        {
            PersonId = l.Id,
            Position = i == 0 ? LeaderPosition.Head : LeaderPosition.Deputy,
            IsStanding = i == 1,
            Order = i,
            ValidFrom = Begin,
        }));
        db.Portfolios.AddRange(file.Leaders.SelectMany(l => l.Groups.Select(g => new LeaderPortfolio
        {
            PersonId = l.Id,
            GroupId = g,
            ValidFrom = Begin,
        })));
        db.RoleGrants.AddRange(file.Leaders.Select((l, i) => new RoleGrant
        {
            PersonId = l.Id,
            Role = i == 0 ? Role.HeadOfCommittee : Role.DeputyHead,
            ValidFrom = Begin,
        }));
        db.RoleGrants.AddRange(file.Staff.Select(s => new RoleGrant { PersonId = s.Id, Role = Role.DepartmentStaff, ValidFrom = Begin }));
        db.RoleGrants.AddRange(file.Roles.SelectMany(r => r.Value.Select(p => new RoleGrant
        {
            PersonId = p,
            Role = Enum.Parse<Role>(r.Key),
            ValidFrom = Begin,
        })));
    }

    private static void AddAreas(PortalDbContext db, File file)
    {
        var successors = file.Ended.SelectMany(e => e.Successors.Select(s => (e.Id, Successor: s, e.ValidTo))).ToList();
        db.Areas.AddRange(file.Areas.Select(a => new MonitoredArea
        {
            Id = a.Id,
            Name = a.Name,
            KindId = a.Kind,
            PartyCommittee = DemoNames.CommitteeOf(a.Name, $"Đảng ủy {a.Name}"),
            OrganizingBody = "Ban Xây dựng Đảng",
            ValidFrom = successors.Find(s => s.Successor == a.Id) is { Id: not null } from
                && from.ValidTo > new DateOnly(2025, 3, 1)
                && IsCommune(a) ? Reform : Begin,
        }));
        db.Areas.AddRange(file.Ended.Select(e => new MonitoredArea
        {
            Id = e.Id,
            Name = e.Name,
            KindId = e.Kind,
            ValidFrom = new DateOnly(2000, 1, 1),
            ValidTo = e.ValidTo,
        }));
        db.AreaLineage.AddRange(successors.Select(s => new AreaLineage
        {
            PredecessorId = s.Id,
            SuccessorId = s.Successor,
            Kind = s.Id is "E13" or "E14" ? LineageKind.Merge : LineageKind.Reorganize,
            On = s.ValidTo.AddDays(1),
        }));
        string[] names =
        [
            "Nguyễn Văn Thọ", "Trần Thị Lài", "Lê Quang Bửu", "Phạm Thị Sen", "Huỳnh Văn Đước", "Võ Thị Mận", "Đặng Hữu Nghĩa",
        ];
        db.AreaContacts.AddRange(file.Areas.Select((a, i) => new AreaContact
        {
            AreaId = a.Id,
            FullName = names[i % names.Length],
            Position = "Trưởng Ban Xây dựng Đảng",
            Phone = $"0900 000 {i:000}",
        }));
        string[] units = ["Chi bộ Thôn 1", "Chi bộ Trường Tiểu học", "Chi bộ Trạm Y tế"];
        db.SubUnits.AddRange(file.Areas.Where((_, i) => i % 2 == 0)
            .SelectMany((a, i) => units.Take(1 + (i % units.Length)).Select(u => new SubUnit { AreaId = a.Id, Name = u })));
    }

    private static void AddGroups(PortalDbContext db, File file)
    {
        var decision = new AssignmentDecision
        {
            Number = "15-QĐ/BTCTU",
            Date = Begin,
            SignerId = "L1",
            Summary = "Phân công công chức theo dõi địa bàn",
        };
        var afterReform = new AssignmentDecision
        {
            Number = "112-QĐ/BTCTU",
            Date = Reform,
            SignerId = "L1",
            Summary = "Điều chỉnh phân công theo dõi địa bàn sau sắp xếp",
        };
        db.AssignmentDecisions.AddRange(decision, afterReform);
        foreach (var group in file.Groups)
        {
            AddGroup(db, file, group, decision, afterReform);
        }

        // Until the reform the districts were watched by the group that now has most of what they became.
        db.AreaAssignments.AddRange(file.Ended.Select(e => new AreaAssignment
        {
            AreaId = e.Id,
            GroupId = file.Areas.Where(a => e.Successors.Contains(a.Id)).GroupBy(a => a.Group).MaxBy(g => g.Count())!.Key,
            DecisionId = decision.Id,
            ValidFrom = Begin,
            ValidTo = e.ValidTo,
        }));
    }

    private static void AddGroup(
        PortalDbContext db, File file, GroupRow group, AssignmentDecision decision, AssignmentDecision afterReform)
    {
        db.Groups.Add(new MonitoringGroup
        {
            Id = group.Id,
            Name = $"Nhóm {int.Parse(group.Id[1..], System.Globalization.CultureInfo.InvariantCulture)}",
            ValidFrom = Begin,
        });
        db.Memberships.Add(new GroupMembership
        {
            GroupId = group.Id,
            PersonId = group.Lead,
            IsLead = true,
            DecisionId = decision.Id,
            ValidFrom = Begin,
            Specialities = SpecialityOf(group.Lead, file),
        });
        db.Memberships.AddRange(group.Members.Select(m => new GroupMembership
        {
            GroupId = group.Id,
            PersonId = m,
            DecisionId = decision.Id,
            ValidFrom = Begin,
            Specialities = SpecialityOf(m, file),
        }));
        db.AreaAssignments.AddRange(file.Areas.Where(a => a.Group == group.Id).Select(a => new AreaAssignment
        {
            GroupId = group.Id,
            AreaId = a.Id,
            DecisionId = IsCommune(a) ? afterReform.Id : decision.Id,
            ValidFrom = IsCommune(a) ? Reform : Begin,
        }));
    }

    // Communes, wards and special zones were made by the reform.
    private static bool IsCommune(AreaRow area) => area.Kind is "PHUONG" or "XA" or "DACKHU";

    // Đ7.B.1: each member brings what the own department does.
    private static string SpecialityOf(string personId, File file) => file.Staff.Find(s => s.Id == personId)?.Department switch
    {
        "TCCB" => $"{WorkDomains.OrganizationAndCadres},{WorkDomains.CivilServants}",
        "TCDV" => WorkDomains.PartyOrgAndMembers,
        "BVCTNB" => WorkDomains.InternalPoliticalProtection,
        _ => WorkDomains.CivilServants,
    };

    internal sealed record File(
        List<LeaderRow> Leaders, List<DepartmentRow> Departments, List<StaffRow> Staff, List<GroupRow> Groups,
        List<AreaRow> Areas, List<EndedRow> Ended, Dictionary<string, List<string>> Roles);

    internal sealed record LeaderRow(string Id, string Name, string Position, List<string> Groups);

    internal sealed record DepartmentRow(string Id, string Name);

    internal sealed record StaffRow(string Id, string Name, string Position, string Department);

    internal sealed record GroupRow(string Id, string Lead, List<string> Members, string Leader);

    internal sealed record AreaRow(string Id, string Name, string Kind, string Group);

    internal sealed record EndedRow(string Id, string Name, string Kind, DateOnly ValidTo, List<string> Successors);
}
