using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Domain.AreaReports;
using Portal.Domain.Cases;
using Portal.Tests.TestKit;
using Portal.Web.Processes;
using Portal.Web.Processes.AreaReports;

namespace Portal.Tests.Processes;

/// <summary>S-02, Đ5.5, Đ8.2: an ad hoc report from the form to the end of its case, over a real database.</summary>
public class AdHocReportTests
{
    [Fact]
    public async Task A_member_writes_it_the_lead_returns_it_and_sends_it_on_and_the_leader_notes_it()
    {
        await using var portal = await TestPortal.CreateAsync();
        var id = await portal.WriteAdHocAsync();
        await portal.MustAsync(id, "leadReview", Trips.Lead, "Return", AdHocReports.Reason());
        await portal.MustAsync(id, "draft", Trips.Member, "Submit", AdHocReports.Report());
        await portal.MustAsync(id, "leadReview", Trips.Lead, "Forward", new { });
        await portal.MustAsync(id, "review", Trips.Leader, "Acknowledge", AdHocReports.Opinion());
        Assert.Equal(CaseState.Closed, await portal.ReadAsync(db => db.Cases.Where(c => c.Id == id).Select(c => c.State).SingleAsync()));

        // What was reported stands in the next briefing on the area, with its number.
        var made = (await portal.Services.GetRequiredService<AreaDigests>()
            .MakeAsync(portal.Person(Trips.Leader), "A017", new DateOnly(2026, 10, 1))).Value;
        Assert.Contains(made.Facts, f => f.Kind == AreaFactKind.Report && f.Text == AdHocReports.Report().Subject);
    }

    /// <summary>R-RPT-04 [Q]: with a flag the head is told at once, before anybody has looked at it; what it says is for few.</summary>
    [Fact]
    public async Task With_a_flag_the_head_is_told_at_once_and_no_other_member_reads_it()
    {
        await using var portal = await TestPortal.CreateAsync();
        var id = await portal.WriteAdHocAsync(AdHocReports.Report(isFlagged: true));
        Assert.True(await portal.ReadAsync(db => db.Notifications.AnyAsync(n =>
            n.CaseId == id && n.PersonId == Trips.Head && n.Kind == NotificationKind.ForHead)));
        var other = (await portal.Cases.FindAsync(portal.Person("S33"), id)).Value.Submissions;
        Assert.DoesNotContain(other, s => s.Form is not null);
        Assert.Contains((await portal.Cases.FindAsync(portal.Person(Trips.Head), id)).Value.Submissions, s => s.Form is not null);
        var made = (await portal.Services.GetRequiredService<AreaDigests>()
            .MakeAsync(portal.Person(Trips.Leader), "A017", new DateOnly(2026, 10, 1))).Value;
        Assert.DoesNotContain(made.Facts, f => f.Text.Length > 0 && f.Kind == AreaFactKind.Report);
    }

    /// <summary>R-RPT-02 [Q]: what was reported by word of mouth has its day, receiver and summary.</summary>
    [Theory]
    [InlineData(ReportingForm.InPerson)]
    [InlineData(ReportingForm.Phone)]
    [InlineData(ReportingForm.Meeting)]
    public async Task What_was_reported_by_word_of_mouth_says_when_to_whom_and_what(ReportingForm form)
    {
        await using var portal = await TestPortal.CreateAsync();
        var report = AdHocReports.Report() with { Form = form, Content = null };
        var sent = await portal.StartAsync(AdHocReports.Process, Trips.Member, report);
        Assert.Equal(["reportedOn", "receiverId", "summary"], sent.Refusal?.Fields.Select(f => f.Path));
        await portal.WriteAdHocAsync(report with
        {
            ReportedOn = new DateOnly(2026, 10, 5),
            ReceiverId = Trips.Leader,
            Summary = "Đã báo cáo tình hình và hướng xử lý",
        });
    }
}
