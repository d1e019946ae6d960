using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Domain.Areas;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.FollowUps;
using Portal.Domain.Forms;
using Portal.Domain.Guidance;
using Portal.Domain.UninvitedMeetings;
using Portal.Tests.TestKit;
using Portal.Web.Documents;
using Portal.Web.Operations.FollowUps;

namespace Portal.Tests.Scenarios;

/// <summary>Đ5.4, RP-07: guidance with departments; Đ9.3, RP-06b: meetings without an invitation.</summary>
public class GuidanceTests
{
    private const string Area = "A017";

    [Fact]
    public async Task Guidance_is_read_by_those_of_the_area_and_by_the_departments_that_it_was_done_with_unless_it_judges_a_person()
    {
        await using var portal = await TestPortal.CreateAsync();
        var (department, staff, stranger) = await DepartmentsAsync(portal);
        var id = await NoteAsync(portal, FollowedKind.Guidance, Guidance(portal, department));
        var hidden = await NoteAsync(portal, FollowedKind.Guidance, Guidance(portal, department) with { ConcernsPersonnel = true });
        foreach (var person in new[] { Trips.Lead, Trips.Leader, Trips.Head })
        {
            Assert.Equal(2, (await ListAsync(portal, person, FollowedKind.Guidance)).Count);
        }

        var row = Assert.Single(await ListAsync(portal, staff, FollowedKind.Guidance));
        Assert.Equal((id, "Inspection", "Nghị quyết 18"), (row.Id, row.Type, row.With));
        Assert.Equal([department], row.DepartmentIds);
        Assert.Empty(await ListAsync(portal, stranger, FollowedKind.Guidance));
        var veiled = (await ListAsync(portal, Trips.Lead, FollowedKind.Guidance)).Single(r => r.Id == hidden);
        Assert.Equal(("", "", ""), (veiled.Subject, veiled.Summary, veiled.With));
        Assert.Empty(veiled.DepartmentIds);
        var found = await Registers(portal).FindAsync(portal.Person(staff), FollowedKind.Guidance, hidden);
        Assert.Equal("Common.NotFound", found.Refusal?.Code);
        Assert.Empty((await Registers(portal).FindAsync(portal.Person(staff), FollowedKind.Guidance, id)).Value.Acts);
    }

    [Fact]
    public async Task Rp07_is_for_a_period_and_a_field_of_work_and_goes_into_a_file_without_what_is_restricted()
    {
        await using var portal = await TestPortal.CreateAsync();
        var (department, _, _) = await DepartmentsAsync(portal);
        await NoteAsync(portal, FollowedKind.Guidance, Guidance(portal, department));
        await NoteAsync(portal, FollowedKind.Guidance, Guidance(portal, department) with { Date = Today(portal).AddMonths(-2) });
        await NoteAsync(portal, FollowedKind.Guidance, Guidance(portal, department) with { ConcernsPersonnel = true });
        var filter = new FollowedFilter { From = Today(portal).AddDays(-10), To = Today(portal), Domain = WorkDomains.PartyOrgAndMembers };
        var rows = (await Registers(portal).ExportAsync(portal.Person(Trips.Leader), FollowedKind.Guidance, filter)).Value;
        Assert.Equal("Đã khắc phục", Assert.Single(rows).Summary);
        Assert.Empty((await Registers(portal).ExportAsync(portal.Person(Trips.Leader), FollowedKind.Guidance, filter with
        {
            Domain = WorkDomains.CivilServants,
        })).Value);
        var context = await portal.Operations.ContextAsync(portal.Person(Trips.Leader));
        var files = portal.Services.GetRequiredService<FollowUpFiles>();
        foreach (var kind in Enum.GetValues<FollowedKind>())
        {
            Assert.NotEmpty(files.Sheet(kind, kind == FollowedKind.Guidance ? rows : [], filter, context));
            Assert.NotEmpty(files.Document(kind, kind == FollowedKind.Guidance ? rows : [], filter, context));
        }
    }

    [Fact]
    public async Task What_has_no_result_is_followed_up_and_settled_with_it()
    {
        await using var portal = await TestPortal.CreateAsync();
        var (department, _, _) = await DepartmentsAsync(portal);
        var input = Guidance(portal, department) with { Result = null };
        Assert.Equal("Guidance.ResultOrFollowUp", (await TryAsync(portal, input)).Refusal?.Fields[0].Code);
        Assert.Equal("FollowUp.NotYet", (await TryAsync(portal, Guidance(portal, department) with
        {
            Date = Today(portal).AddDays(1),
        })).Refusal?.Fields[0].Code);
        Assert.Equal("ReportItem.NoSuchDepartment", (await TryAsync(portal, Guidance(portal, "?"))).Refusal?.Fields[0].Code);
        Assert.Equal("ReportItem.NotOwnArea", (await TryAsync(portal, Guidance(portal, department), "S10")).Refusal?.Fields[0].Code);

        var id = await NoteAsync(
            portal, FollowedKind.Guidance, input with { FollowUp = "Kiểm tra lại", FollowUpDue = Today(portal).AddDays(7) });
        var settled = await portal.Services.GetRequiredService<FollowUpActs>().ActAsync(
            portal.Person(Trips.Leader), FollowedKind.Guidance, id, FollowUpAct.Settle,
            new JsonObject { ["secrecy"] = FormInput.ToJson(SecrecyGate.No), ["words"] = "Đã khắc phục" });
        Assert.True(settled.IsSuccess);
        var row = Assert.Single(await ListAsync(portal, Trips.Member, FollowedKind.Guidance));
        Assert.Equal((FollowedState.Settled, "Đã khắc phục"), (row.State, row.Outcome));
    }

    [Fact]
    public async Task Guidance_that_the_report_of_a_trip_tells_of_is_noted_once_when_the_trip_is_closed()
    {
        await using var portal = await TestPortal.CreateAsync();
        var id = await portal.ReadyAsync();
        portal.GoTo(Trips.Departs.AddMinutes(5));
        await portal.MustAsync(id, "departure", Trips.Member, "Departed", Trips.Departure());
        portal.GoTo(Trips.Returns.AddMinutes(5));
        await portal.MustAsync(id, "notes", Trips.Member, "EndTrip", Trips.Notes());
        await portal.MustAsync(id, "result", Trips.Member, "Submit", Trips.Result() with { Guidance = "Hướng dẫn hồ sơ kết nạp" });
        await portal.MustAsync(id, "resultReview", Trips.Leader, "Acknowledge", new ResultReviewInput());
        var actions = await portal.ReadAsync(db => db.Set<GuidanceAction>().Where(g => g.SourceCaseId == id).ToListAsync());
        var trip = await portal.TripAsync(id);
        Assert.Equal(trip.AreaIds.Order(), actions.Select(a => a.AreaId).Order());
        Assert.All(actions, a => Assert.Equal(("Hướng dẫn hồ sơ kết nạp", FollowedState.Noted), (a.Content, a.State)));
    }

    [Fact]
    public async Task A_meeting_without_an_invitation_is_noted_by_a_member_read_by_the_leaders_and_followed_up_with_the_unit()
    {
        await using var portal = await TestPortal.CreateAsync();
        var context = await portal.Operations.ContextAsync(portal.Person(Trips.Member));
        var input = new NewUninvitedMeetingInput
        {
            Secrecy = SecrecyGate.No,
            AreaId = Area,
            MeetingTypeId = context.Directory.Data.MeetingTypes[0].Id,
            Title = "Hội nghị ban chấp hành về cán bộ",
            Date = Today(portal).AddDays(-1),
            Domain = WorkDomains.OrganizationAndCadres,
            FollowUp = "Trao đổi với thường trực đảng ủy",
            FollowUpDue = Today(portal).AddDays(5),
            ConcernsPersonnel = false,
        };
        var id = await NoteAsync(portal, FollowedKind.UninvitedMeeting, input);
        foreach (var person in new[] { Trips.Lead, Trips.Leader, Trips.Head })
        {
            var month = new FollowedFilter { AreaId = Area, From = input.Date!.Value.AddDays(-20), To = input.Date };
            var found = (await Registers(portal).ListAsync(portal.Person(person), FollowedKind.UninvitedMeeting, month)).Rows;
            Assert.Equal((id, input.Title, FollowedState.Open), found.Select(r => (r.Id, r.Subject, r.State)).Single());
        }

        Assert.Empty(await ListAsync(portal, "S10", FollowedKind.UninvitedMeeting));
        var refused = await portal.Services.GetRequiredService<FollowUpActs>().EnterAsync(
            portal.Person(Trips.Member), FollowedKind.UninvitedMeeting, FormInput.ToJson(input with { Date = Today(portal).AddDays(1) }));
        Assert.Equal("FollowUp.NotYet", refused.Refusal?.Fields[0].Code);
        portal.GoTo(portal.Local.AddDays(5));
        Assert.Equal(1, (await Registers(portal).DueAsync(portal.Person(Trips.Lead)))[FollowedKind.UninvitedMeeting]);
    }

    private static FollowUpQueries Registers(TestPortal portal) => portal.Services.GetRequiredService<FollowUpQueries>();

    private static DateOnly Today(TestPortal portal) => DateOnly.FromDateTime(portal.Local);

    private static NewGuidanceInput Guidance(TestPortal portal, string department) => new()
    {
        Secrecy = SecrecyGate.No,
        Type = GuidanceType.Inspection,
        AreaId = Area,
        Date = Today(portal),
        Domain = WorkDomains.PartyOrgAndMembers,
        Document = "Nghị quyết 18",
        DepartmentIds = [department],
        Content = "Kiểm tra hồ sơ đảng viên",
        Result = "Đã khắc phục",
        ConcernsPersonnel = false,
    };

    private static Task<Result<Guid>> TryAsync(TestPortal portal, NewGuidanceInput input, string person = Trips.Member) =>
        portal.Services.GetRequiredService<FollowUpActs>()
            .EnterAsync(portal.Person(person), FollowedKind.Guidance, FormInput.ToJson(input));

    private static async Task<Guid> NoteAsync<T>(TestPortal portal, FollowedKind kind, T input)
    {
        var noted = await portal.Services.GetRequiredService<FollowUpActs>()
            .EnterAsync(portal.Person(Trips.Member), kind, FormInput.ToJson(input));
        Assert.True(noted.IsSuccess, string.Join("; ", noted.Refusal?.Fields.Select(f => f.Path + f.Code) ?? []));
        return noted.Value;
    }

    private static async Task<IReadOnlyList<FollowedRow>> ListAsync(TestPortal portal, string person, FollowedKind kind) =>
        (await Registers(portal).ListAsync(portal.Person(person), kind, new FollowedFilter())).Rows;

    // A department, somebody of it, and somebody of another one, neither of whom watches the area or leads the Committee.
    private static async Task<(string Department, string Staff, string Stranger)> DepartmentsAsync(TestPortal portal)
    {
        var context = await portal.Operations.ContextAsync(portal.Person(Trips.Leader));
        var directory = context.Directory;
        var people = directory.Data.Departments.Where(d => d.IsSpecialist)
            .SelectMany(d => directory.Data.Staff.Where(s => s.DepartmentId == d.Id).Select(s => (Department: d.Id, Person: s.Id)))
            .Where(s => !directory.GroupsOf(s.Person, context.Today).Contains("N03") && !directory.IsLeader(s.Person, context.Today))
            .ToList();
        return (people[0].Department, people[0].Person, people.First(p => p.Department != people[0].Department).Person);
    }
}
