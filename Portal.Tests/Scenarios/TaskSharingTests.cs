using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Domain.Areas;
using Portal.Domain.Cases;
using Portal.Domain.Forms;
using Portal.Tests.TestKit;
using Portal.Web.Operations.Cases;
using Portal.Web.Operations.People;
using Portal.Web.Operations.Tasks;

namespace Portal.Tests.Scenarios;

/// <summary>How people arrange the steps they share: taken, given back, handed over, put off; questions without a return.</summary>
public sealed class TaskSharingTests : IAsyncLifetime
{
    private const string Substitute = "L2";
    private const string Stranger = "S05";

    private static readonly DateOnly Today = new(2026, 10, 5);

    private static readonly Remark Reason = new("Đồng chí nắm địa bàn này hơn", HoldsNoSecret: true);

    private TestPortal _portal = null!;

    private TaskActs Acts => _portal.Services.GetRequiredService<TaskActs>();

    private CaseQuestions Questions => _portal.Services.GetRequiredService<CaseQuestions>();

    private Absences Absences => _portal.Services.GetRequiredService<Absences>();

    public async Task InitializeAsync() => _portal = await TestPortal.CreateAsync();

    public async Task DisposeAsync() => await _portal.DisposeAsync();

    [Fact]
    public async Task What_one_takes_leaves_the_inbox_of_the_others_and_waits_for_that_one_until_it_is_given_back()
    {
        var (id, task) = await SharedAsync();
        Assert.True((await Acts.TakeAsync(_portal.Person(Substitute), task)).IsSuccess);
        Assert.Empty(await InboxAsync(Trips.Leader));
        Assert.Equal([task], await InboxAsync(Substitute));
        var refused = await _portal.AnswerAsync(id, "review", Trips.Leader, "Acknowledge", Trips.Opinion());
        Assert.Equal("Task.HeldBy", refused.Refusal?.Code);
        Assert.Equal("Task.HeldBy", (await Acts.TakeAsync(_portal.Person(Trips.Leader), task)).Refusal?.Code);
        Assert.Empty((await ViewAsync(Trips.Leader, task)).Actions.Where(a => !a.IsOptional));

        // The step is the leader's own: what a substitute has taken is taken back.
        Assert.True((await ViewAsync(Trips.Leader, task)).MayRelease);
        Assert.True((await Acts.ReleaseAsync(_portal.Person(Trips.Leader), task)).IsSuccess);
        Assert.Equal([task], await InboxAsync(Trips.Leader));
        await _portal.MustAsync(id, "review", Trips.Leader, "Acknowledge", Trips.Opinion());
    }

    [Fact]
    public async Task A_substitute_does_not_take_back_what_the_person_whose_step_it_is_has_taken()
    {
        var (_, task) = await SharedAsync();
        Assert.True((await Acts.TakeAsync(_portal.Person(Trips.Leader), task)).IsSuccess);
        Assert.Equal("Common.Forbidden", (await Acts.ReleaseAsync(_portal.Person(Substitute), task)).Refusal?.Code);
        Assert.Equal("Common.NotFound", (await Acts.ReleaseAsync(_portal.Person(Stranger), task)).Refusal?.Code);
        Assert.True((await Acts.ReleaseAsync(_portal.Person(Trips.Leader), task)).IsSuccess);
    }

    [Fact]
    public async Task X_07_What_was_taken_never_waits_longer_than_its_deadline()
    {
        var (id, task) = await SharedAsync();
        var before = await DueAsync(task);
        Assert.True((await Acts.TakeAsync(_portal.Person(Substitute), task)).IsSuccess);
        Assert.Equal(before, await DueAsync(task));
        _portal.GoTo(Portal.Domain.Common.VietnamTime.ToLocal(before!.Value).AddMinutes(1));
        Assert.Equal([task], await InboxAsync(Trips.Leader));
        await _portal.MustAsync(id, "review", Trips.Leader, "Acknowledge", Trips.Opinion());
    }

    [Fact]
    public async Task Who_has_taken_it_and_may_no_longer_do_it_holds_nobody_up()
    {
        var (id, task) = await SharedAsync();
        Assert.True((await Acts.TakeAsync(_portal.Person(Substitute), task)).IsSuccess);
        var grant = (await Absences.MineAsync(_portal.Person(Substitute))).Received[0];
        Assert.True((await Absences.RevokeAsync(_portal.Person(Trips.Leader), grant.Id)).IsSuccess);
        await _portal.TickAsync();
        Assert.Equal([task], await InboxAsync(Trips.Leader));
        await _portal.MustAsync(id, "review", Trips.Leader, "Acknowledge", Trips.Opinion());
    }

    [Fact]
    public async Task Nothing_is_taken_by_who_has_no_right_or_where_nobody_else_could_do_it()
    {
        var id = await _portal.NotifyAsync();
        var task = (await _portal.OpenTaskAsync(id, "review")).Id;
        Assert.Equal("Task.NobodyElse", (await Acts.TakeAsync(_portal.Person(Trips.Leader), task)).Refusal?.Code);
        Assert.Equal("Common.Forbidden", (await Acts.TakeAsync(_portal.Person(Trips.Member), task)).Refusal?.Code);
        Assert.Equal("Common.NotFound", (await Acts.TakeAsync(_portal.Person(Stranger), task)).Refusal?.Code);
    }

    [Fact]
    public async Task A_step_is_handed_to_another_who_may_do_it_with_a_reason_that_the_case_keeps()
    {
        var (id, task) = await SharedAsync();
        var leader = _portal.Person(Trips.Leader);
        Assert.Contains(
            (await Acts.HandOverAsync(leader, task, Trips.Member, Reason)).Refusal!.Fields, f => f.Code == "Task.CannotHandOver");
        Assert.Contains(
            (await Acts.HandOverAsync(leader, task, Substitute, Reason with { Text = "" })).Refusal!.Fields, f => f.Path == "reason");
        Assert.Contains(
            (await Acts.HandOverAsync(leader, task, Substitute, Reason with { HoldsNoSecret = false })).Refusal!.Fields,
            f => f.Code == "Secrecy.Unanswered");
        Assert.True((await Acts.HandOverAsync(leader, task, Substitute, Reason)).IsSuccess);
        Assert.Empty(await InboxAsync(Trips.Leader));
        var comment = (await _portal.Cases.FindAsync(_portal.Person(Substitute), id)).Value.Comments.Single();
        Assert.Equal((Trips.Leader, Reason.Text), (comment.PersonId, comment.Text));
        Assert.Contains(
            await _portal.ReadAsync(db => db.Notifications.Where(n => n.PersonId == Substitute && n.TaskId == task).ToListAsync()),
            n => n.Kind == NotificationKind.TaskAssigned);
        await _portal.MustAsync(id, "review", Substitute, "Acknowledge", Trips.Opinion());
    }

    [Fact]
    public async Task What_is_put_off_comes_back_on_its_day_and_its_deadline_stays()
    {
        var id = await _portal.NotifyAsync();
        await _portal.MustAsync(id, "review", Trips.Leader, "Acknowledge", Trips.Opinion());
        var task = (await _portal.OpenTaskAsync(id, "contact")).Id;
        var lead = _portal.Person(Trips.Lead);
        var due = await DueAsync(task);
        Assert.NotNull(due);
        var dueDay = Portal.Domain.Common.VietnamTime.DayOf(due.Value);
        Assert.Contains((await Acts.SetAsideAsync(lead, task, Today)).Refusal!.Fields, f => f.Code == "Task.AsideNotLater");
        Assert.Contains((await Acts.SetAsideAsync(lead, task, dueDay.AddDays(1))).Refusal!.Fields, f => f.Code == "Task.AsidePastDue");
        Assert.Equal("Common.Forbidden", (await Acts.SetAsideAsync(_portal.Person(Trips.Leader), task, dueDay)).Refusal?.Code);

        Assert.True((await Acts.SetAsideAsync(lead, task, Today.AddDays(1))).IsSuccess);
        Assert.DoesNotContain(task, await InboxAsync(Trips.Lead));
        Assert.Equal(1, (await _portal.Tasks.CountsAsync(lead)).Aside);
        Assert.Equal([task], (await _portal.Tasks.InboxAsync(lead, new() { Due = DueFilter.Aside })).Rows.Select(r => r.Id));
        Assert.Equal(due, await DueAsync(task));

        _portal.GoTo(Today.AddDays(1).ToDateTime(new TimeOnly(7, 0)));
        Assert.Contains(task, await InboxAsync(Trips.Lead));
        Assert.Equal(0, (await _portal.Tasks.CountsAsync(lead)).Aside);
    }

    [Fact]
    public async Task A_question_is_asked_and_answered_while_the_step_goes_on()
    {
        var id = await _portal.NotifyAsync();
        var (leader, member) = (_portal.Person(Trips.Leader), _portal.Person(Trips.Member));
        var question = new Remark("Đã báo cấp ủy xã chưa", HoldsNoSecret: true);
        Assert.Contains(
            (await Questions.AskAsync(leader, id, Stranger, null, question)).Refusal!.Fields, f => f.Code == "Comment.CannotRead");
        Assert.Contains((await Questions.AskAsync(leader, id, Trips.Leader, null, question)).Refusal!.Fields, f => f.Path == "asked");
        Assert.Contains(
            (await Questions.AskAsync(leader, id, Trips.Member, Today.AddDays(-1), question)).Refusal!.Fields, f => f.Path == "until");
        Assert.Equal(
            "Common.NotFound", (await Questions.AskAsync(_portal.Person(Stranger), id, Trips.Member, null, question)).Refusal?.Code);
        Assert.True((await Questions.AskAsync(leader, id, Trips.Member, Today.AddDays(1), question)).IsSuccess);

        var asked = Assert.Single(await Questions.MineAsync(member));
        Assert.Equal((question.Text, Trips.Leader, Today.AddDays(1)), (asked.Text, asked.AskerId, asked.AnswerBy));
        var told = await _portal.ReadAsync(db => db.Notifications.SingleAsync(n => n.Kind == NotificationKind.Asked));
        Assert.Equal(Trips.Member, told.PersonId);
        Assert.DoesNotContain("cấp ủy", told.Text.Stored, StringComparison.Ordinal);

        var answer = new Remark("Đã báo sáng nay", HoldsNoSecret: true);
        Assert.Equal("Common.Forbidden", (await Questions.AnswerAsync(_portal.Person(Trips.Lead), asked.Id, answer)).Refusal?.Code);
        Assert.True((await Questions.AnswerAsync(member, asked.Id, answer)).IsSuccess);
        Assert.Equal("Question.Settled", (await Questions.AnswerAsync(member, asked.Id, answer)).Refusal?.Code);
        Assert.Empty(await Questions.MineAsync(member));
        var comments = (await _portal.Cases.FindAsync(leader, id)).Value.Comments;
        Assert.Equal(answer.Text, comments.Single(c => c.AnswersId == asked.Id).Text);
        await _portal.MustAsync(id, "review", Trips.Leader, "Acknowledge", Trips.Opinion());
    }

    [Fact]
    public async Task Who_asked_needs_no_answer_any_more()
    {
        var id = await _portal.NotifyAsync();
        await Questions.AskAsync(_portal.Person(Trips.Leader), id, Trips.Member, null, Reason);
        var question = Assert.Single(await Questions.MineAsync(_portal.Person(Trips.Member)));
        Assert.Equal("Common.Forbidden", (await Questions.SettleAsync(_portal.Person(Trips.Member), question.Id)).Refusal?.Code);
        Assert.True((await Questions.SettleAsync(_portal.Person(Trips.Leader), question.Id)).IsSuccess);
        Assert.Empty(await Questions.MineAsync(_portal.Person(Trips.Member)));
    }

    private async Task<(Guid Case, Guid Task)> SharedAsync()
    {
        var id = await _portal.NotifyAsync();
        var input = new AbsenceInput
        {
            From = Today,
            To = Today.AddDays(7),
            Reason = "Đi công tác",
            DelegateId = Substitute,
            Scope = AbsenceRules.EveryProcess,
            IncludesRestricted = false,
        };
        Assert.True((await Absences.RegisterAsync(
            _portal.Person(Trips.Leader), (System.Text.Json.Nodes.JsonObject)FormInput.ToJson(input))).IsSuccess);
        var grant = (await Absences.MineAsync(_portal.Person(Substitute))).Received[0];
        Assert.True((await Absences.AcceptAsync(_portal.Person(Substitute), grant.Id)).IsSuccess);
        return (id, (await _portal.OpenTaskAsync(id, "review")).Id);
    }

    private async Task<List<Guid>> InboxAsync(string person) =>
        [.. (await _portal.Tasks.InboxAsync(_portal.Person(person), new())).Rows.Select(r => r.Id)];

    private async Task<TaskView> ViewAsync(string person, Guid task) =>
        (await _portal.Cases.FindTaskAsync(_portal.Person(person), task)).Value.Task;

    private Task<DateTime?> DueAsync(Guid task) =>
        _portal.ReadAsync(db => db.UserTasks.Where(t => t.Id == task).Select(t => t.DueAt).SingleAsync());
}
