using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Domain.Cases;
using Portal.Domain.Feedback;
using Portal.Tests.TestKit;
using Portal.Web.Processes.Feedback;

namespace Portal.Tests.Processes;

/// <summary>S-12 (Đ13.3): anyone → the compliance officer considers → a leader accepts or not → put into a revision.</summary>
public class FeedbackTests
{
    private const string Author = "S31";
    private const string Compliance = "S37";

    [Fact]
    public async Task A_feedback_is_considered_accepted_and_put_into_a_revision_and_its_author_hears_of_it()
    {
        await using var portal = await TestPortal.CreateAsync();
        var started = (await portal.StartAsync("regulation-feedback", Author, FeedbackRoad.Input())).Value;
        Assert.Equal(("GQ-2026/0001", "Submitted"), (started.Number, started.Status));
        Assert.Equal([Compliance, "S38"], Assert.Single(started.Waiting).PersonIds);
        await portal.MustAsync(started.CaseId, "consider", Compliance, "Consider", FeedbackRoad.Assessment());
        await portal.MustAsync(started.CaseId, "decide", Trips.Head, "Accept", FeedbackRoad.Opinion("Tiếp thu"));
        await portal.MustAsync(started.CaseId, "include", Compliance, "Include", FeedbackRoad.Revision());

        var (feedback, ended) = await portal.ReadAsync(async db => (
            await db.Set<RegulationFeedback>().SingleAsync(), await db.Cases.SingleAsync(c => c.Id == started.CaseId)));
        Assert.Equal((FeedbackStatus.IncludedInRevision, CaseState.Closed, "Góp ý Quy chế: Điều 7.A.5"),
            (feedback.Status, ended.State, ended.Title.InVietnamese()));
        Assert.Equal("Feedback on the Regulation: Article 7.A.5", ended.Title.InEnglish());
        Assert.Equal("Dự thảo sửa đổi, khoản 5 mới", feedback.Revision);
        var told = await portal.ReadAsync(db => db.Notifications.Where(n => n.PersonId == Author).Select(n => n.Kind).ToListAsync());
        Assert.Equal([NotificationKind.Decision, NotificationKind.Changed], told.Order());
    }

    [Fact]
    public async Task What_is_not_accepted_says_why_and_ends()
    {
        await using var portal = await TestPortal.CreateAsync();
        var id = (await portal.StartAsync("regulation-feedback", Author, FeedbackRoad.Input())).Value.CaseId;
        await portal.MustAsync(id, "consider", Compliance, "Consider", FeedbackRoad.Assessment());
        Assert.Equal(
            "Common.Invalid", (await portal.AnswerAsync(id, "decide", Trips.Head, "Reject", FeedbackRoad.Opinion())).Refusal!.Code);
        await portal.MustAsync(id, "decide", Trips.Head, "Reject", FeedbackRoad.Opinion("Giữ như hiện nay để bảo đảm trách nhiệm"));
        Assert.Equal(CaseState.Declined, await portal.ReadAsync(db => db.Cases.Where(c => c.Id == id).Select(c => c.State).SingleAsync()));
    }

    [Fact]
    public async Task An_order_given_with_the_decision_becomes_a_task_of_its_own()
    {
        await using var portal = await TestPortal.CreateAsync();
        var id = (await portal.StartAsync("regulation-feedback", Author, FeedbackRoad.Input())).Value.CaseId;
        await portal.MustAsync(id, "consider", Compliance, "Consider", FeedbackRoad.Assessment());
        var order = new DirectiveInput { Content = "Soạn nội dung sửa đổi", AssigneeId = Compliance, Due = new DateOnly(2026, 11, 16) };
        await portal.MustAsync(id, "decide", Trips.Head, "Accept", FeedbackRoad.Opinion("Tiếp thu") with { Directives = [order] });
        var child = await portal.ReadAsync(db => db.Cases.SingleAsync(c => c.ParentId == id));
        Assert.Equal(("leader-task", Trips.Head), (child.ProcessKey, child.InitiatorId));
    }

    [Fact]
    public async Task A_clause_that_the_Regulation_does_not_have_is_refused_at_its_field()
    {
        await using var portal = await TestPortal.CreateAsync();
        var refused = (await portal.StartAsync("regulation-feedback", Author, FeedbackRoad.Input("Đ99.1"))).Refusal!;
        Assert.Equal(("clause", "Feedback.NoSuchClause"), (Assert.Single(refused.Fields).Path, refused.Fields[0].Code));
    }

    [Fact]
    public async Task The_author_takes_it_back_while_nobody_has_considered_it()
    {
        await using var portal = await TestPortal.CreateAsync();
        var id = (await portal.StartAsync("regulation-feedback", Author, FeedbackRoad.Input())).Value.CaseId;
        await portal.MustAsync(id, "consider", Author, "Withdraw", Trips.Reason());
        Assert.Equal(CaseState.Withdrawn, await portal.ReadAsync(db => db.Cases.Where(c => c.Id == id).Select(c => c.State).SingleAsync()));
    }

    [Fact]
    public async Task Nobody_considers_their_own_not_even_the_compliance_officer()
    {
        await using var portal = await TestPortal.CreateAsync();
        var started = (await portal.StartAsync("regulation-feedback", Compliance, FeedbackRoad.Input())).Value;
        Assert.Equal(["S38"], Assert.Single(started.Waiting).PersonIds);
        Assert.False((await portal.AnswerAsync(started.CaseId, "consider", Compliance, "Consider", FeedbackRoad.Assessment())).IsSuccess);
        await portal.MustAsync(started.CaseId, "consider", "S38", "Consider", FeedbackRoad.Assessment());
    }

    [Fact]
    public async Task The_register_shows_each_person_what_they_may_know_of()
    {
        await using var portal = await TestPortal.CreateAsync();
        await portal.StartAsync("regulation-feedback", Author, FeedbackRoad.Input());
        await portal.StartAsync("regulation-feedback", "S10", FeedbackRoad.Input("Đ8.1"));
        var register = portal.Services.GetRequiredService<FeedbackRegister>();
        Assert.Equal(
            ["GQ-2026/0002", "GQ-2026/0001"],
            (await register.ListAsync(portal.Person(Compliance), new FeedbackFilter())).Rows.Select(r => r.Number));
        Assert.Equal(["GQ-2026/0001"], (await register.ListAsync(portal.Person(Author), new FeedbackFilter())).Rows.Select(r => r.Number));
        Assert.Equal(
            ["GQ-2026/0002"], (await register.ListAsync(portal.Person(Trips.Head), new FeedbackFilter("Đ8.1"))).Rows.Select(r => r.Number));
        Assert.Equal(0, (await register.ListAsync(portal.Person(Trips.Head), new FeedbackFilter("", FeedbackStatus.Accepted))).Total);
        Assert.Equal(0, (await register.ListAsync(portal.Person("S14"), new FeedbackFilter())).Total);
    }
}
