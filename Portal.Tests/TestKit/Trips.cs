using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Domain.Areas;
using Portal.Domain.Cases;
using Portal.Domain.FieldTrips;
using Portal.Domain.Forms;
using Portal.Domain.Organisation;
using Portal.Web.Operations;
using Portal.Workflows.Runtime;

namespace Portal.Tests.TestKit;

/// <summary>
/// A trip of group N03 (lead S11, members S31, S33, S19; leader in charge L4) to A017, and the steps of its road.
/// </summary>
public static class Trips
{
    public const string Lead = "S11";
    public const string Member = "S31";
    public const string Leader = "L4";
    public const string Head = "L1";

    /// <summary>Thursday 08/10/2026, 07:30 to 16:30.</summary>
    public static readonly DateTime Departs = new(2026, 10, 8, 7, 30, 0);

    public static readonly DateTime Returns = new(2026, 10, 8, 16, 30, 0);

    public static TripNoticeInput Notice(params string[] areas) => new()
    {
        Secrecy = SecrecyGate.No,
        AreaIds = areas.Length == 0 ? ["A017"] : areas,
        AdHocReason = AdHocReason.AreaEvent,
        AdHocText = "Địa bàn đề nghị làm việc",
        DepartsAt = Departs,
        ReturnsAt = Returns,
        Place = "Trụ sở Đảng ủy xã",
        Purpose = "Nắm tình hình chi bộ",
        Domains = [WorkDomains.PartyOrgAndMembers],
        Programme = [ProgrammeOn(DateOnly.FromDateTime(Departs))],
        ParticipantIds = [Member, Lead],
        TripLeaderId = Member,
        ExpectsToSpeak = false,
    };

    /// <summary>The same some working days ahead, in time by the regulation, for a portal that runs as a process of its own.</summary>
    public static TripNoticeInput NoticeAhead(params string[] areas)
    {
        var day = TestClock.WorkingDay(7);
        var departs = day.ToDateTime(new TimeOnly(7, 0));
        return Notice(areas) with
        {
            DepartsAt = departs,
            ReturnsAt = departs.AddHours(9),
            Programme = [ProgrammeOn(day)],
        };
    }

    private static ProgrammeLine ProgrammeOn(DateOnly day) =>
        new() { Date = day, From = new TimeOnly(8, 0), Place = "Phòng họp", Content = "Làm việc với cấp ủy" };

    public static LeaderOpinionInput Opinion(string? text = null, params DirectiveInput[] directives) =>
        new() { Secrecy = SecrecyGate.No, Opinion = text, Directives = directives.Length == 0 ? null : directives };

    public static PriorContactInput Contact(DateTime at, params string[] areas) => new()
    {
        Secrecy = SecrecyGate.No,
        Contacts = [.. (areas.Length == 0 ? ["A017"] : areas).Select(a => new AreaContactInput
        {
            AreaId = a,
            Exception = false,
            ContactPerson = "Nguyễn Văn Thọ",
            Position = "Trưởng Ban Xây dựng Đảng",
            At = at,
            Channel = ContactChannel.Phone,
            WithAreaLeaders = false,
        })],
    };

    public static DepartureInput Departure(params string[] went) => new()
    {
        Secrecy = SecrecyGate.No,
        DepartedAt = Departs,
        Participants =
            [.. (went.Length == 0 ? [Member, Lead] : went).Select(p => new ParticipantConfirmation { PersonId = p, Went = true })],
    };

    public static TripNotesInput Notes() => new() { Secrecy = SecrecyGate.No, ReturnedAt = Returns, Notes = "Đủ thành phần" };

    public static TripResultInput Result(params string[] areas) => new()
    {
        Secrecy = SecrecyGate.No,
        ActualFrom = Departs,
        ActualTo = Returns,
        ParticipantIds = [Member, Lead],
        Punctuality = "Đúng giờ",
        Met = [new MeetingPoint { AreaId = areas.FirstOrDefault() ?? "A017", Place = "Trụ sở", Person = "Bí thư", Content = "Tình hình" }],
        Situation = [.. (areas.Length == 0 ? ["A017"] : areas)
            .Select(a => new SituationPart { AreaId = a, Domain = WorkDomains.PartyOrgAndMembers, Text = "Ổn định" })],
        Items =
        [
            new ReportItemInput { AreaId = areas.FirstOrDefault() ?? "A017", Kind = ReportItemKind.Difficulty,
                Domain = WorkDomains.CivilServants, Content = "Thiếu công chức", Level = ReportItemLevel.Normal,
                ConcernsPersonnel = false },
            new ReportItemInput { AreaId = areas.FirstOrDefault() ?? "A017", Kind = ReportItemKind.NewModel,
                Domain = WorkDomains.PartyOrgAndMembers, Content = "Chi bộ bốn tốt", Level = ReportItemLevel.Normal,
                ConcernsPersonnel = false },
        ],
        Spoke = false,
        Assessment = TripAssessment.AsPlanned,
        ConcernsPersonnel = false,
    };

    public static ResultReviewInput Review(string? opinion = null) => new() { Secrecy = SecrecyGate.No, Opinion = opinion };

    public static ReasonInput Reason(string text = "Lý do cụ thể của việc này") => new() { Secrecy = SecrecyGate.No, Reason = text };

    /// <summary>Gives group N03 another lead, one of its members, from a day on.</summary>
    public static async Task ReplaceLeadAsync(this TestPortal portal, string newLead, DateOnly from)
    {
        await portal.Operations.RunAsync(Actor.System, async o =>
        {
            var ending = await o.Db.Memberships
                .Where(m => m.GroupId == "N03" && m.ValidTo == null && (m.PersonId == Lead || m.PersonId == newLead))
                .ToListAsync();
            ending.ForEach(m => m.ValidTo = from.AddDays(-1));
            o.Db.Memberships.Add(new GroupMembership
            {
                PersonId = newLead,
                GroupId = "N03",
                IsLead = true,
                ValidFrom = from,
                DecisionId = ending[0].DecisionId
            });
            return Portal.Domain.Common.Result.Ok;
        });
        portal.Services.GetRequiredService<ReferenceCache>().Invalidate();
    }

    /// <summary>Sends the notice now; returns the case.</summary>
    public static async Task<Guid> NotifyAsync(this TestPortal portal, TripNoticeInput? notice = null)
    {
        var started = await portal.StartAsync("field-trip", Member, notice ?? Notice());
        Assert.True(started.IsSuccess, started.Refusal?.ToString() + string.Join(';', started.Refusal?.Fields ?? []));
        return started.Value.CaseId;
    }

    /// <summary>Notice, acknowledgement and prior contact: ready to depart.</summary>
    public static async Task<Guid> ReadyAsync(this TestPortal portal, TripNoticeInput? notice = null)
    {
        var id = await portal.NotifyAsync(notice);
        await portal.MustAsync(id, "review", Leader, "Acknowledge", Opinion());
        await portal.MustAsync(id, "contact", Lead, "Contacted", Contact(portal.Local.AddMinutes(-5), notice?.AreaIds ?? []));
        return id;
    }

    /// <summary>The whole road up to a sent result.</summary>
    public static async Task<Guid> ReportedAsync(this TestPortal portal)
    {
        var id = await portal.ReadyAsync();
        portal.GoTo(Departs.AddMinutes(10));
        await portal.MustAsync(id, "departure", Member, "Departed", Departure());
        portal.GoTo(Returns.AddMinutes(10));
        await portal.MustAsync(id, "notes", Member, "EndTrip", Notes());
        await portal.MustAsync(id, "result", Member, "Submit", Result());
        return id;
    }

    public static async Task<Receipt> MustAsync<T>(this TestPortal portal, Guid id, string step, string person, string action, T form)
    {
        var result = await portal.AnswerAsync(id, step, person, action, form);
        Assert.True(result.IsSuccess, $"{step}/{action}: {result.Refusal?.Code} {string.Join(';', result.Refusal?.Fields ?? [])}");
        return result.Value;
    }

    public static async Task<FieldTrip> TripAsync(this TestPortal portal, Guid id) =>
        (await portal.ReadAsync(async db => await db.Set<FieldTrip>().FindAsync(id)))!;

    public static async Task<FieldTripStatus> StatusAsync(this TestPortal portal, Guid id) => (await portal.TripAsync(id)).Status;
}
