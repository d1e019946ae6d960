using DocumentFormat.OpenXml.Packaging;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Domain.Areas;
using Portal.Domain.Cases;
using Portal.Domain.Forms;
using Portal.Domain.GroupMeetings;
using Portal.Domain.ReportItems;
using Portal.Domain.WorkingCalendar;
using Portal.Tests.TestKit;
using Portal.Web.Operations.ReportItems;
using Portal.Web.Processes;
using Portal.Web.Processes.GroupMeetings;

namespace Portal.Tests.Processes;

/// <summary>Đ7.B.1, Đ7.B.2: a group meeting from the call to the last piece of work, over a real database.</summary>
public class GroupMeetingTests
{
    [Fact]
    public async Task Called_recorded_given_out_given_anew_done_and_closed()
    {
        await using var portal = await TestPortal.CreateAsync();
        var id = await portal.CallMeetingAsync();
        Assert.True(await portal.ReadAsync(db => db.Notifications.AnyAsync(n =>
            n.CaseId == id && n.PersonId == Trips.Member && n.Kind == NotificationKind.Invited)));
        await portal.MustAsync(id, "minutes", Trips.Lead, "Submit", GroupMeetings.Minutes(
            GroupMeetings.Work(), GroupMeetings.Work("S33"), GroupMeetings.Work(Trips.Lead)));
        Assert.Equal(3, (await portal.OpenStepsAsync(id)).Count(s => s == "work"));

        Assert.Equal("Common.Forbidden",
            (await portal.AnswerLineAsync(id, "work", 1, "S33", "FinishWork", GroupMeetings.Result())).Refusal!.Code);
        Assert.True((await portal.AnswerLineAsync(id, "work", 1, Trips.Member, "FinishWork", GroupMeetings.Result())).IsSuccess);
        Assert.True((await portal.AnswerLineAsync(
            id, "work", 2, Trips.Lead, "ReassignWork", GroupMeetings.Change(Trips.Member))).IsSuccess);
        Assert.True((await portal.AnswerLineAsync(id, "work", 2, Trips.Member, "FinishWork", GroupMeetings.Result())).IsSuccess);
        Assert.Equal(CaseState.Open, await StateAsync(portal, id));
        Assert.True((await portal.AnswerLineAsync(id, "work", 3, Trips.Lead, "DropWork", GroupMeetings.Reason())).IsSuccess);
        Assert.Equal(CaseState.Closed, await StateAsync(portal, id));
    }

    [Fact]
    public async Task Moved_it_is_told_again_called_off_it_is_over_and_without_work_the_minutes_end_it()
    {
        await using var portal = await TestPortal.CreateAsync();
        var id = await portal.CallMeetingAsync();
        await portal.MustAsync(id, "minutes", Trips.Lead, "MoveDay", GroupMeetings.Move());
        Assert.Equal(2, await portal.ReadAsync(db => db.Notifications.CountAsync(n =>
            n.CaseId == id && n.PersonId == Trips.Member && n.Kind == NotificationKind.Invited)));
        var early = await portal.AnswerAsync(id, "minutes", Trips.Lead, "Submit", GroupMeetings.Minutes());
        Assert.Equal("GroupMeeting.NotYetHeld", early.Refusal!.Code);
        await portal.MustAsync(id, "minutes", Trips.Lead, "CallOff", GroupMeetings.Reason());
        Assert.Equal(CaseState.Cancelled, await StateAsync(portal, id));
        Assert.Equal(CaseState.Closed, await StateAsync(portal, await portal.RecordMeetingAsync(GroupMeetings.Minutes())));
    }

    /// <summary>Agenda and minutes begin with what is open, of which nothing is Restricted; what was said goes on from there.</summary>
    [Fact]
    public async Task The_agenda_is_made_of_what_is_open_and_what_was_said_of_an_item_stands_in_its_history()
    {
        await using var portal = await TestPortal.CreateAsync();
        var (open, judging) = (await EnterAsync(portal, false), await EnterAsync(portal, true));
        var agenda = portal.Services.GetRequiredService<GroupAgenda>();
        var (lead, context) = (portal.Person(Trips.Lead), await ContextAsync(portal, Trips.Lead));
        var topics = (await agenda.PointsAsync(lead, "N03", context)).Select(p => p.Topic!).ToList();
        Assert.Contains(topics, t => t.Contains("Xin bổ sung biên chế", StringComparison.Ordinal));
        Assert.DoesNotContain(topics, t => t.Contains("Nhận xét riêng", StringComparison.Ordinal));
        Assert.Equal([open], (await agenda.ItemsAsync(lead, "N03", context)).Select(i => i.Id));
        Assert.Empty(await agenda.ItemsAsync(portal.Person("S10"), "N03", await ContextAsync(portal, "S10")));

        var minutes = GroupMeetings.Minutes() with
        {
            Shortcomings = [GroupMeetings.Found()],
            Recommendations = [Handled(open) with { Outcome = RecommendationOutcome.Started }],
        };
        var id = await portal.RecordMeetingAsync(minutes);
        var number = await portal.ReadAsync(db => db.Cases.Where(c => c.Id == id).Select(c => c.Number).SingleAsync());
        var item = await portal.ReadAsync(db => db.ReportItems.Include(i => i.History).SingleAsync(i => i.Id == open));
        Assert.Equal(ReportItemState.InProgress, item.State);
        Assert.StartsWith($"{number}: ", item.History[^1].Words, StringComparison.Ordinal);

        var told = await portal.ReadAsync(db => db.ReportItems.SingleAsync(i => i.SourceCaseId == id));
        Assert.Equal((ReportItemState.Reported, "A017"), (told.State, told.AreaId));
        Assert.True(await portal.ReadAsync(db => db.Notifications.AnyAsync(n => n.ItemId == told.Id && n.PersonId == Trips.Leader)));

        var other = await portal.CallMeetingAsync();
        var refused = await portal.AnswerAsync(other, "minutes", Trips.Lead, "Submit", GroupMeetings.Minutes() with
        {
            Recommendations = [Handled(judging)],
        });
        Assert.Equal(["recommendations[0].item"], refused.Refusal!.Fields.Select(f => f.Path));
    }

    /// <summary>Once a month, from the day that is set, and only a group that has not met.</summary>
    [Fact]
    public async Task A_lead_whose_group_has_not_met_is_reminded_once_a_month()
    {
        await using var portal = await TestPortal.CreateAsync();
        var reminders = portal.Services.GetServices<IDailyWork>().OfType<GroupMeetingReminders>().Single();
        await portal.CallMeetingAsync();
        Assert.Equal(0, await reminders.RunAsync());
        portal.GoTo(new DateTime(2026, 10, 20, 8, 0, 0));
        var first = await reminders.RunAsync();
        Assert.True(first > 0);
        Assert.Equal(0, await reminders.RunAsync());
        Assert.False(await RemindedAsync(portal, Trips.Lead));
        portal.GoTo(new DateTime(2026, 11, 20, 8, 0, 0));
        Assert.Equal(first + 1, await reminders.RunAsync());
        Assert.True(await RemindedAsync(portal, Trips.Lead));
    }

    /// <summary>Whatever day of the month is set: in each month there is a day on which it is time, and it is a working day.</summary>
    [Fact]
    public void Each_month_has_a_working_day_on_which_a_lead_is_reminded()
    {
        var calendar = new WorkCalendar([]);
        var days = Enumerable.Range(0, (365 * 4) + 1).Select(new DateOnly(2026, 1, 1).AddDays).ToList();
        foreach (var set in Enumerable.Range(1, 28))
        {
            var times = days.FindAll(d => GroupMeetingReminders.IsTime(d, set, calendar));
            Assert.All(times, d => Assert.True(calendar.IsWorking(d)));
            Assert.Equal(48, times.DistinctBy(d => (d.Year, d.Month)).Count());
        }
    }

    [Fact]
    public async Task The_minutes_are_a_document_that_says_what_its_reader_may_know()
    {
        await using var portal = await TestPortal.CreateAsync();
        var id = await portal.RecordMeetingAsync(GroupMeetings.Minutes(GroupMeetings.Work()) with
        {
            Shortcomings = [GroupMeetings.Found(), GroupMeetings.Found() with { Content = "Nhận xét riêng", ConcernsPersonnel = true }],
        });
        foreach (var (person, reads) in new[] { (Trips.Lead, true), ("S33", false) })
        {
            var view = (await portal.Cases.FindAsync(portal.Person(person), id)).Value;
            var file = portal.Services.GetRequiredService<MinutesFile>().Make(
                (GroupMeeting)view.Subject!, GroupMeetingScreens.MinutesOf(view)!, await ContextAsync(portal, person));
            using var document = WordprocessingDocument.Open(new MemoryStream(file), false);
            var text = document.MainDocumentPart!.Document!.InnerText;
            Assert.Contains("BIÊN BẢN", text, StringComparison.Ordinal);
            Assert.Contains("Hồ sơ đảng viên chuyển đến còn thiếu", text, StringComparison.Ordinal);
            Assert.Contains(GroupMeetings.Work().Content!, text, StringComparison.Ordinal);
            Assert.Equal(reads, text.Contains("Nhận xét riêng", StringComparison.Ordinal));
        }
    }

    private static HandledRecommendation Handled(Guid item) =>
        new() { Item = 1, ItemId = item, Outcome = RecommendationOutcome.Discussed, Words = "Đảng ủy xã đã có phương án" };

    private static async Task<Guid> EnterAsync(TestPortal portal, bool isRestricted)
    {
        var entered = await portal.Services.GetRequiredService<ReportItemActs>().EnterAsync(
            portal.Person(Trips.Member), FormInput.ToJson(new NewItemInput
            {
                Secrecy = SecrecyGate.No,
                AreaId = "A017",
                Kind = ReportItemKind.Recommendation,
                Domain = WorkDomains.OrganizationAndCadres,
                Level = ReportItemLevel.Normal,
                Content = isRestricted ? "Nhận xét riêng về cán bộ" : "Xin bổ sung biên chế",
                ConcernsPersonnel = isRestricted,
            }));
        Assert.True(entered.IsSuccess, entered.Refusal?.ToString());
        return entered.Value;
    }

    private static async Task<CaseContext> ContextAsync(TestPortal portal, string person) =>
        await portal.Operations.ContextAsync(portal.Person(person), portal.Now);

    private static Task<CaseState> StateAsync(TestPortal portal, Guid id) =>
        portal.ReadAsync(db => db.Cases.Where(c => c.Id == id).Select(c => c.State).SingleAsync());

    private static Task<bool> RemindedAsync(TestPortal portal, string person) => portal.ReadAsync(db => db.Notifications.AnyAsync(n =>
        n.PersonId == person && n.Kind == NotificationKind.DueSoon && n.CaseId == null));
}
