using Portal.Domain.Administration;
using Portal.Domain.Areas;
using Portal.Domain.Common;
using Portal.Domain.Forms;
using Portal.Domain.Organisation;

namespace Portal.Tests.Domain;

/// <summary>R-ORG-01 to R-ORG-08 where the organisation is changed: on the rows themselves, without a database.</summary>
public class OrganisationActsTests
{
    private static readonly DateOnly Begin = new(2025, 1, 1);
    private static readonly DateOnly Day = new(2026, 11, 2);
    private static readonly DecisionInput Signed = new() { Number = "77-QĐ/BTCTU", Date = Day, SignerId = "L1" };

    [Theory]
    [InlineData(null, "2026-11-02", "L1", "decision.number")]
    [InlineData("77", null, "L1", "decision.date")]
    [InlineData("77", "2026-11-02", null, "decision.signerId")]
    [InlineData("77", "2026-11-02", "S1", "decision.signerId")]
    public void Without_a_decision_signed_by_a_leader_nobody_is_assigned_anything(string? number, string? date, string? signer, string path)
    {
        var decision = new DecisionInput
        {
            Number = number,
            Date = date is null ? null : DateOnly.Parse(date, System.Globalization.CultureInfo.InvariantCulture),
            SignerId = signer
        };
        var (area, members) = (Draft(), Draft());
        foreach (var refusal in new[]
        {
            Do(area, "area-assign", "", new AreaAssignInput { AreaIds = ["A1"], GroupId = "N2", From = Day, Decision = decision }),
            Do(members, "group-members", "N1", Members("S1", "S1", "S2", "S3") with { Decision = decision }),
        })
        {
            var error = Assert.Single(refusal!.Fields);
            Assert.Equal((path, "Đ2.3"), (error.Path, error.Clause));
        }

        Assert.Empty(area.Added);
    }

    [Fact]
    public void An_area_given_to_another_group_leaves_the_former_one_on_the_same_day()
    {
        var draft = Draft();
        Assert.Null(Do(draft, "area-assign", "", new AreaAssignInput { AreaIds = ["A1"], GroupId = "N2", From = Day, Decision = Signed }));
        Assert.Equal(("N1", "N2"), (draft.Directory.GroupOfArea("A1", Day.AddDays(-1)), draft.Directory.GroupOfArea("A1", Day)));
        Assert.Single(draft.Directory.Data.Assignments, a => a.AreaId == "A1" && a.IsValidOn(Day));

        // The same once more changes nothing and adds no second decision.
        var rows = draft.Added.Count;
        Assert.Null(Do(
            draft, "area-assign", "", new AreaAssignInput { AreaIds = ["A1"], GroupId = "N2", From = Day.AddDays(5), Decision = Signed }));
        Assert.Equal(rows, draft.Added.Count);
    }

    [Fact]
    public void Two_areas_merge_into_a_new_one_whose_history_and_years_of_watch_go_on()
    {
        var draft = Draft();
        Assert.Null(Do(draft, "area-reorganize", "", new AreaReorganizeInput
        {
            Kind = LineageKind.Merge,
            AreaIds = ["A1", "A2"],
            From = Day,
            Successors = [new SuccessorInput { Name = "Xã Mới", KindId = "XA", GroupId = "N1" }],
            Decision = Signed,
        }));
        var merged = draft.Directory.Data.Areas.Single(a => a.Name == "Xã Mới");
        Assert.Equal("A004", merged.Id);
        Assert.Equal(["A1", "A2"], draft.Directory.PredecessorsOf(merged.Id).Select(a => a.Id).Order());
        Assert.All(["A1", "A2"], a => Assert.Equal(Day.AddDays(-1), draft.Directory.Area(a)!.ValidTo));
        Assert.All(["A1", "A2"], a => Assert.Null(draft.Directory.GroupOfArea(a, Day)));
        Assert.Equal("N1", draft.Directory.GroupOfArea(merged.Id, Day));
        Assert.Equal(Begin, draft.Directory.WatchedSince("S1", merged.Id, Day));
        Assert.Contains("A2", Portal.Domain.Cases.AccessScope.Of("S1", draft.Directory, Day).AreaIds);
    }

    [Theory]
    [InlineData(LineageKind.Merge, 1, 1)]
    [InlineData(LineageKind.Merge, 2, 2)]
    [InlineData(LineageKind.Split, 1, 1)]
    [InlineData(LineageKind.Split, 2, 2)]
    [InlineData(LineageKind.Rename, 1, 2)]
    [InlineData(LineageKind.Rename, 2, 1)]
    public void The_word_says_how_many_before_and_after(LineageKind kind, int before, int after)
    {
        var refusal = Do(Draft(), "area-reorganize", "", new AreaReorganizeInput
        {
            Kind = kind,
            AreaIds = [.. new[] { "A1", "A2" }.Take(before)],
            From = Day,
            Decision = Signed,
            Successors =
                [.. Enumerable.Range(1, after).Select(i => new SuccessorInput { Name = $"Xã {i}", KindId = "XA", GroupId = "N1" })],
        });
        Assert.Equal("Org.WrongCount", Assert.Single(refusal!.Fields).Code);
    }

    [Fact]
    public void An_area_may_take_in_another_and_may_be_split_or_renamed()
    {
        var taken = Draft();
        Assert.Null(Do(taken, "area-reorganize", "",
            new AreaReorganizeInput
            {
                Kind = LineageKind.Merge,
                AreaIds = ["A2"],
                From = Day,
                Successors = [new SuccessorInput { ExistingId = "A1" }],
                Decision = Signed
            }));
        Assert.Equal(["A2"], taken.Directory.PredecessorsOf("A1").Select(a => a.Id));
        Assert.Equal("N1", taken.Directory.GroupOfArea("A1", Day));

        var split = Draft();
        Assert.Null(Do(split, "area-reorganize", "", new AreaReorganizeInput
        {
            Kind = LineageKind.Split,
            AreaIds = ["A1"],
            From = Day,
            Decision = Signed,
            Successors = [new SuccessorInput { Name = "Xã Đông", KindId = "XA", GroupId = "N1" },
                new SuccessorInput { Name = "Xã Tây", KindId = "XA", GroupId = "N2" }],
        }));
        Assert.Equal(
            ["Xã Tây", "Xã Đông"], split.Directory.SuccessorsOf("A1").Select(a => a.Name).Order(VietnameseText.Comparer).Reverse());
        Assert.Equal("Org.SuccessorNotValid", Assert.Single(Do(Draft(), "area-reorganize", "", new AreaReorganizeInput
        {
            Kind = LineageKind.Merge,
            AreaIds = ["A1", "A2"],
            From = Day,
            Successors = [new SuccessorInput { ExistingId = "A1" }],
            Decision = Signed,
        })!.Fields).Code);
    }

    [Fact]
    public void A_group_keeps_two_members_and_one_lead_and_who_stays_keeps_the_years()
    {
        Assert.Equal("Org.TooFewMembers", Assert.Single(Do(Draft(), "group-members", "N1", Members("S1", "S1"))!.Fields).Code);
        Assert.Equal("Org.LeadNotMember", Assert.Single(Do(Draft(), "group-members", "N1", Members("S9", "S1", "S2"))!.Fields).Code);
        Assert.Equal("Org.MemberTwice", Assert.Single(Do(Draft(), "group-members", "N1", Members("S1", "S1", "S1"))!.Fields).Code);
        Assert.Equal("Org.PersonNotValid", Assert.Single(Do(Draft(), "group-members", "N1", Members("S1", "S1", "nobody"))!.Fields).Code);

        var draft = Draft();
        Assert.Null(Do(draft, "group-members", "N1", Members("S2", "S2", "S1", "S3")));
        Assert.Equal(("S1", "S2"), (draft.Directory.LeadOf("N1", Day.AddDays(-1)), draft.Directory.LeadOf("N1", Day)));
        Assert.Equal(["S1", "S2", "S3"], draft.Directory.MembersOf("N1", Day).Order());
        Assert.Equal(Begin, draft.Directory.WatchedSince("S1", "A1", Day));
        Assert.Equal(Day, draft.Directory.Data.Memberships.Single(m => m.PersonId == "S3" && m.GroupId == "N1").ValidFrom);
    }

    [Fact]
    public void A_change_to_come_is_checked_too()
    {
        // From next month S2 is to leave; to take S3 out today would then leave one.
        var draft = Draft();
        Assert.Null(Do(draft, "group-members", "N2", Members("S3", "S3", "S4") with { From = Day.AddMonths(1) }));
        draft.End(Day, draft.Directory.Data.Memberships.Where(m => m.GroupId == "N2" && m.PersonId == "S4").ToList());
        Assert.Equal(("Org.TooFewMembers", "Đ2.3"), (draft.WhyNotSound()!.Code, draft.WhyNotSound()!.Clause));
    }

    [Fact]
    public void A_group_at_work_does_not_end()
    {
        Assert.Equal("Org.GroupStillWorks", Assert.Single(Do(Draft(), "group-end", "N1", Last())!.Fields).Code);
        var draft = Draft(openCases: 2);
        Assert.Null(Do(draft, "area-assign", "", new AreaAssignInput { AreaIds = ["A3"], GroupId = "N1", From = Day, Decision = Signed }));
        Assert.Equal("Org.GroupStillWorks", Assert.Single(Do(draft, "group-end", "N2", Last())!.Fields).Code);

        var free = Draft();
        Assert.Null(Do(free, "area-assign", "", new AreaAssignInput { AreaIds = ["A3"], GroupId = "N1", From = Day, Decision = Signed }));
        Assert.Null(Do(free, "group-end", "N2", Last()));
        Assert.Empty(free.Directory.MembersOf("N2", Day.AddDays(1)));
    }

    [Fact]
    public void A_new_head_follows_the_former_and_there_always_is_one()
    {
        Assert.Equal("Org.HeadMissing", Assert.Single(Do(Draft(), "leader-end", "L1", Last())!.Fields).Code);
        var draft = Draft();
        Assert.Null(Do(
            draft, "leader-add", "", new LeaderAddInput { PersonId = "L2", Position = LeaderPosition.Head, Order = 0, From = Day }));
        Assert.Equal(("L1", "L2"), (draft.Directory.Head(Day.AddDays(-1)), draft.Directory.Head(Day)));
        Assert.False(draft.Directory.IsLeader("L1", Day));
        Assert.Equal([Role.HeadOfCommittee], draft.Directory.RolesOf("L2", Day));
        Assert.Empty(draft.Directory.RolesOf("L1", Day).Intersect([Role.HeadOfCommittee]));
    }

    [Fact]
    public void What_one_leader_takes_over_another_gives_up()
    {
        var draft = Draft();
        Assert.Equal("L2", draft.Directory.LeaderInCharge(null, "N1", Day));
        Assert.Null(Do(draft, "leader-portfolio", "L1", new PortfolioInput { GroupIds = ["N1"], AreaIds = ["A3"], From = Day }));
        Assert.Equal(("L2", "L1", "L1"),
            (draft.Directory.LeaderInCharge(null, "N1", Day.AddDays(-1)), draft.Directory.LeaderInCharge(null, "N1", Day),
                draft.Directory.LeaderInCharge("A3", "N2", Day)));
        Assert.Equal("Org.NotLeaderThen",
            Assert
                .Single(Do(Draft(), "leader-portfolio", "L1", new PortfolioInput { GroupIds = ["N1"], From = Begin.AddDays(-1) })!.Fields)
                .Code);
        Assert.Equal("Common.NotFound", Do(Draft(), "leader-portfolio", "S1", new PortfolioInput { GroupIds = ["N1"], From = Day })!.Code);
    }

    [Fact]
    public void Who_leaves_was_replaced_first_and_an_administrator_stays()
    {
        Assert.Equal("Org.StillMember", Assert.Single(Do(Draft(), "staff-end", "S1", Last())!.Fields).Code);
        Assert.Equal("Org.StillLeader", Assert.Single(Do(Draft(), "staff-end", "L2", Last())!.Fields).Code);
        Assert.Equal("Org.LastAdministrator", Assert.Single(Do(Draft(), "staff-end", "S8", Last())!.Fields).Code);
        Assert.Equal("Org.LastAdministrator",
            Assert
                .Single(Do(Draft(), "staff-edit", "S8",
                    new StaffEditInput { FullName = "Quản Trị", Position = "Chuyên viên", Roles = [], From = Day })!.Fields)
                .Code);
        Assert.Equal("Org.RoleNotGranted",
            Assert
                .Single(Do(Draft(), "staff-edit", "S9",
                    new StaffEditInput { FullName = "A B", Position = "Chuyên viên", Roles = [Role.HeadOfCommittee], From = Day })!.Fields)
                .Code);
        var draft = Draft();
        Assert.Null(Do(draft, "staff-end", "S9", Last()));
        Assert.Equal(Day, draft.Directory.Person("S9")!.ValidTo);
    }

    [Fact]
    public void A_kind_in_use_does_not_end_and_an_area_is_not_its_own_ancestor()
    {
        Assert.Equal("Org.KindStillUsed", Assert.Single(Do(Draft(), "area-kind-end", "XA", Last())!.Fields).Code);
        var draft = Draft();
        Assert.Null(Do(draft, "area-edit", "A1", new AreaEditInput { Name = "Xã Một", ParentId = "A2" }));
        Assert.Equal("Org.OwnParent",
            Assert.Single(Do(draft, "area-edit", "A2", new AreaEditInput { Name = "Xã Hai", ParentId = "A1" })!.Fields).Code);
    }

    private static Refusal? Do<T>(OrganisationDraft draft, string act, string id, T input) =>
        OrganisationAct.Find(act)!.Apply(draft, id, FormInput.ToJson(input)) ?? draft.WhyNotSound();

    private static GroupMembersInput Members(string lead, params string[] people) =>
        new() { LeadId = lead, Members = [.. people.Select(p => new GroupMemberInput { PersonId = p })], From = Day, Decision = Signed };

    private static EndInput Last() => new() { Last = Day, Reason = "Theo quyết định của Ban" };

    private static OrganisationDraft Draft(int openCases = 0)
    {
        var decision = new AssignmentDecision { Number = "1-QĐ", Date = Begin, SignerId = "L1" };
        return new OrganisationDraft(new DirectoryData
        {
            Staff = [.. new[] { "L1", "L2", "S1", "S2", "S3", "S4", "S8", "S9" }
                .Select(s => new StaffMember { Id = s, FullName = $"Nguyễn {s}", Position = "Chuyên viên", ValidFrom = Begin })],
            Roles = [new RoleGrant { PersonId = "L1", Role = Role.HeadOfCommittee, ValidFrom = Begin },
                new RoleGrant { PersonId = "L2", Role = Role.DeputyHead, ValidFrom = Begin },
                new RoleGrant { PersonId = "S8", Role = Role.SystemAdministrator, ValidFrom = Begin }],
            Leaders = [new CommitteeLeader { PersonId = "L1", Position = LeaderPosition.Head, ValidFrom = Begin },
                new CommitteeLeader { PersonId = "L2", Position = LeaderPosition.Deputy, IsStanding = true, Order = 1, ValidFrom = Begin }],
            Portfolios = [new LeaderPortfolio { PersonId = "L2", GroupId = "N1", ValidFrom = Begin }],
            Kinds = [new AreaKind { Id = "XA", Name = "Xã", ValidFrom = Begin }],
            Areas = [.. new[] { ("A1", "Xã Một"), ("A2", "Xã Hai"), ("A3", "Xã Ba") }
                .Select(a => new MonitoredArea { Id = a.Item1, Name = a.Item2, KindId = "XA", ValidFrom = Begin })],
            Decisions = [decision],
            Groups = [new MonitoringGroup { Id = "N1", Name = "Nhóm 1", ValidFrom = Begin },
                new MonitoringGroup { Id = "N2", Name = "Nhóm 2", ValidFrom = Begin }],
            Memberships = [.. new[] { ("N1", "S1"), ("N1", "S2"), ("N2", "S3"),
                ("N2", "S4") }.Select(m =>
                    new GroupMembership { GroupId = m.Item1, PersonId = m.Item2, IsLead = m.Item2 is "S1" or "S3", DecisionId = decision.Id,
                        ValidFrom = Begin })],
            Assignments = [.. new[] { ("N1", "A1"), ("N1", "A2"), ("N2", "A3") }
                .Select(a => new AreaAssignment { GroupId = a.Item1, AreaId = a.Item2, DecisionId = decision.Id, ValidFrom = Begin })],
        }, Day, new Dictionary<string, int> { ["N2"] = openCases });
    }
}
