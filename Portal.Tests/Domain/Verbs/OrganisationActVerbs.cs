using System.Globalization;
using System.Text.Json.Nodes;
using Portal.Domain.Administration;
using Portal.Domain.Areas;
using Portal.Domain.Forms;
using Portal.Domain.Organisation;

namespace Portal.Tests.Domain.Verbs;

/// <summary>
/// Every act of the administration: done with a valid form; refused, with nothing changed, on an empty form, an unknown row or a row that
/// is over.
/// </summary>
public class OrganisationActVerbs
{
    private static readonly string[] People = ["L0", "L1", "L2", "S1", "S2", "S3", "S4", "S5", "S6", "S8", "S9"];
    private static readonly DateOnly Begin = new(2025, 1, 1);
    private static readonly DateOnly Day = new(2026, 11, 2);
    private static readonly DateOnly Past = new(2026, 1, 31);
    private static readonly DecisionInput Signed = new() { Number = "77-QĐ/BTCTU", Date = Day, SignerId = "L1" };
    private static readonly EndInput Ending = new() { Last = Day, Reason = "Theo quyết định của Ban" };

    private static readonly Dictionary<string, OrganisationActRow> Table = new()
    {
        ["area-create"] = Of("", new AreaCreateInput { Name = "Xã Bốn", KindId = "XA", From = Day, GroupId = "N1", Decision = Signed }),
        ["area-reorganize"] = Of("", new AreaReorganizeInput
        {
            Kind = LineageKind.Merge,
            AreaIds = ["A1", "A2"],
            From = Day,
            Decision = Signed,
            Successors = [new SuccessorInput { Name = "Xã Mới", KindId = "XA", GroupId = "N1" }],
        }),
        ["area-assign"] = Of("", new AreaAssignInput { AreaIds = ["A1"], GroupId = "N2", From = Day, Decision = Signed }),
        ["area-edit"] = Of("A1", new AreaEditInput { Name = "Xã Một (sửa)", PartyCommittee = "Đảng ủy xã Một" }),
        ["area-end"] = Of("A1", Ending, "A0"),
        ["group-create"] =
            Of("", new GroupCreateInput { Name = "Nhóm 4", LeadId = "S8", Members = Members("S8", "S9"), From = Day, Decision = Signed }),
        ["group-members"] =
            Of("N1", new GroupMembersInput { LeadId = "S2", Members = Members("S1", "S2", "S3"), From = Day, Decision = Signed }, "N0"),
        ["group-edit"] = Of("N1", new GroupEditInput { Name = "Nhóm một" }),
        ["group-end"] = Of("N3", Ending, "N0"),
        ["leader-add"] = Of("", new LeaderAddInput { PersonId = "S9", Position = LeaderPosition.Deputy, Order = 3, From = Day }),
        ["leader-portfolio"] = Of("L1", new PortfolioInput { GroupIds = ["N1"], From = Day }, "L0"),
        ["leader-end"] = Of("L2", Ending, "L0"),
        ["staff-create"] =
            Of("", new StaffCreateInput { FullName = "Trần Thị Mới", Position = "Chuyên viên", From = Day, Roles = [Role.Auditor] }),
        ["staff-edit"] = Of("S9", new StaffEditInput { FullName = "Nguyễn Văn Chín", Position = "Chuyên viên chính", From = Day }, "S0"),
        ["staff-end"] = Of("S9", Ending, "S0"),
        ["department-create"] = Of("", new DepartmentInput { Name = "Phòng Cơ sở đảng", ShortName = "CSĐ", IsSpecialist = true }),
        ["department-edit"] = Of("P1", new DepartmentInput { Name = "Phòng Cán bộ", ShortName = "CB", IsSpecialist = false }),
        ["area-kind-create"] = Of("", new AreaKindInput { Name = "Đặc khu", HasPartyCommittee = true }),
        ["area-kind-edit"] = Of("XA", new AreaKindInput { Name = "Xã, phường", HasPartyCommittee = true }),
        ["area-kind-end"] = Of("TT", Ending, "CU"),
        ["meeting-type-create"] = Of("", new MeetingTypeInput { Name = "Hội nghị chuyên đề" }),
        ["meeting-type-edit"] = Of("BCH", new MeetingTypeInput { Name = "Hội nghị Ban Chấp hành" }),
        ["meeting-type-end"] = Of("BCH", Ending, "CU"),
    };

    public static TheoryData<string> Acts => [.. OrganisationAct.All.Select(a => a.Key)];

    public static TheoryData<string> ActsOfRows => [.. OrganisationAct.All.Where(a => a.OfRow).Select(a => a.Key)];

    [Fact]
    public void Every_act_has_a_row() =>
        Assert.Equal(OrganisationAct.All.Select(a => a.Key).Order(StringComparer.Ordinal), Table.Keys.Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Acts))]
    public void An_act_with_a_valid_form_changes_rows_and_leaves_the_organisation_sound(string key)
    {
        var (draft, row) = (Draft(), Table[key]);
        var before = Snapshot.Of(draft);
        Assert.Null(OrganisationAct.Find(key)!.Apply(draft, row.Row, Copy(row.Form)));
        Assert.NotEqual(before, Snapshot.Of(draft));
        Assert.Null(draft.WhyNotSound());
    }

    [Theory]
    [MemberData(nameof(Acts))]
    public void An_act_with_an_empty_form_names_the_fields_and_changes_nothing(string key)
    {
        var (draft, row) = (Draft(), Table[key]);
        var before = Snapshot.Of(draft);
        var refusal = OrganisationAct.Find(key)!.Apply(draft, row.Row, []);
        Assert.Equal("Common.Invalid", refusal?.Code);
        Assert.NotEmpty(refusal!.Fields);
        Assert.Equal(before, Snapshot.Of(draft));
    }

    [Theory]
    [InlineData("area-create", "groupId")]
    [InlineData("area-create", "kindId")]
    [InlineData("area-create", "decision.signerId")]
    [InlineData("area-reorganize", "successors.0.groupId")]
    [InlineData("area-reorganize", "areaIds.0")]
    [InlineData("area-assign", "groupId")]
    [InlineData("group-create", "leadId")]
    [InlineData("group-create", "members.1.personId")]
    [InlineData("group-members", "leadId")]
    [InlineData("leader-add", "personId")]
    [InlineData("leader-portfolio", "groupIds.0")]
    [InlineData("staff-create", "departmentId")]
    public void What_a_form_names_and_nobody_knows_is_refused_before_anything_changes(string key, string path)
    {
        var (draft, form) = (Draft(), Copy(Table[key].Form));
        JsonNode at = form;
        var steps = path.Split('.');
        foreach (var step in steps.SkipLast(1))
        {
            at = at is JsonArray list ? list[int.Parse(step, CultureInfo.InvariantCulture)]! : at[step]!;
        }

        if (at is JsonArray array)
        {
            array[int.Parse(steps[^1], CultureInfo.InvariantCulture)] = "X99";
        }
        else
        {
            at[steps[^1]] = "X99";
        }

        var before = Snapshot.Of(draft);
        Assert.NotNull(OrganisationAct.Find(key)!.Apply(draft, Table[key].Row, form));
        Assert.Equal(before, Snapshot.Of(draft));
    }

    [Theory]
    [MemberData(nameof(ActsOfRows))]
    public void An_act_of_an_unknown_row_is_refused_and_changes_nothing(string key)
    {
        var draft = Draft();
        var before = Snapshot.Of(draft);
        Assert.NotNull(OrganisationAct.Find(key)!.Apply(draft, "X99", Copy(Table[key].Form)));
        Assert.Equal(before, Snapshot.Of(draft));
    }

    [Theory]
    [MemberData(nameof(ActsOfRows))]
    public void An_act_of_a_row_that_does_not_allow_it_is_refused_and_changes_nothing(string key)
    {
        var (draft, act, row) = (Draft(), OrganisationAct.Find(key)!, Table[key]);
        if (row.Closed is not { } closed)
        {
            Assert.True(act.IsOpen(draft.Directory, "X99", Day), $"{key} is not open for every row: name one for which it is closed");
            return;
        }

        Assert.False(act.IsOpen(draft.Directory, closed, Day));
        Assert.True(act.IsOpen(draft.Directory, row.Row, Day));
        var before = Snapshot.Of(draft);
        Assert.Equal("Common.NotFound", act.Apply(draft, closed, Copy(row.Form))?.Code);
        Assert.Equal(before, Snapshot.Of(draft));
    }

    private static OrganisationActRow Of<T>(string row, T form, string? closed = null) => new(row, FormInput.ToJson(form), closed);

    private static GroupMemberInput[] Members(params string[] people) => [.. people.Select(p => new GroupMemberInput { PersonId = p })];

    private static JsonObject Copy(JsonObject form) => (JsonObject)form.DeepClone();

    private static OrganisationDraft Draft()
    {
        var decision = new AssignmentDecision { Number = "1-QĐ", Date = Begin, SignerId = "L1" };
        return new OrganisationDraft(
            new DirectoryData
            {
                Departments = [new Department { Id = "P1", Name = "Phòng Tổ chức, cán bộ", ShortName = "TCCB", IsSpecialist = true }],
                Staff =
                    [Person("S0", Past), .. People.Select(s => Person(s, null))],
                Roles = [Grant("L1", Role.HeadOfCommittee), Grant("L2", Role.DeputyHead), Grant("S8", Role.SystemAdministrator)],
                Leaders = [Leader("L0", Past), Leader("L1", null), Leader("L2", null)],
                Portfolios = [new LeaderPortfolio { PersonId = "L2", GroupId = "N1", ValidFrom = Begin }],
                Kinds = [Kind("XA", null), Kind("TT", null), Kind("CU", Past)],
                MeetingTypes = [Type("BCH", null), Type("CU", Past)],
                Areas = [Area("A0", Past), Area("A1", null), Area("A2", null), Area("A3", null)],
                Decisions = [decision],
                Groups = [Group("N0", Past), Group("N1", null), Group("N2", null), Group("N3", null)],
                Memberships =
                [
                    .. new[] { ("N1", "S1"), ("N1", "S2"), ("N2", "S3"), ("N2", "S4"), ("N3", "S5"), ("N3", "S6") }
                        .Select(m => new GroupMembership
                    {
                        GroupId = m.Item1,
                        PersonId = m.Item2,
                        IsLead = m.Item2 is "S1" or "S3" or "S5",
                        DecisionId = decision.Id,
                        ValidFrom = Begin,
                    }),
                ],
                Assignments =
                [
                    .. new[] { ("N1", "A1"), ("N1", "A2"), ("N2", "A3") }.Select(a => new AreaAssignment
                    {
                        GroupId = a.Item1, AreaId = a.Item2, DecisionId = decision.Id, ValidFrom = Begin,
                    }),
                ],
            },
            Day,
            new Dictionary<string, int>());
    }

    private static StaffMember Person(string id, DateOnly? to) => new()
    {
        Id = id,
        FullName = $"Nguyễn {id}",
        Position = "Chuyên viên",
        ValidFrom = Begin,
        ValidTo = to,
    };

    private static RoleGrant Grant(string person, Role role) => new() { PersonId = person, Role = role, ValidFrom = Begin };

    private static CommitteeLeader Leader(string person, DateOnly? to) => new()
    {
        PersonId = person,
        Position = person == "L1" ? LeaderPosition.Head : LeaderPosition.Deputy,
        IsStanding = person == "L2",
        ValidFrom = Begin,
        ValidTo = to,
    };

    private static AreaKind Kind(string id, DateOnly? to) => new() { Id = id, Name = $"Loại {id}", ValidFrom = Begin, ValidTo = to };

    private static MeetingType Type(string id, DateOnly? to) => new() { Id = id, Name = $"Cuộc họp {id}", ValidFrom = Begin, ValidTo = to };

    private static MonitoredArea Area(string id, DateOnly? to) => new()
    {
        Id = id,
        Name = $"Xã {id}",
        KindId = "XA",
        ValidFrom = Begin,
        ValidTo = to,
    };

    private static MonitoringGroup Group(string id, DateOnly? to) => new()
    {
        Id = id,
        Name = $"Nhóm {id}",
        ValidFrom = Begin,
        ValidTo = to,
    };
}
