using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Forms;
using Portal.Domain.LeaderTasks;
using Portal.Tests.Domain.Verbs;
using static Portal.Tests.Domain.Verbs.Committee;

namespace Portal.Tests.Domain;

/// <summary>S-04: whom a task may be given to, who answers for it, and what becomes of a request for more time.</summary>
public class LeaderTaskTests
{
    private static readonly DateTime Monday = At(new DateTime(2026, 10, 5, 9, 0, 0));

    private static readonly DateOnly Due = new(2026, 10, 12);

    [Theory]
    [InlineData(null, null, "assigneeId", "Task.ToNobody")]
    [InlineData(Member, Group, "groupId", "Task.ToBoth")]
    public void A_task_is_given_to_exactly_one_person_or_group_and_the_form_says_where_to_mend_it(
        string? person, string? group, string path, string code)
    {
        var given = LeaderTaskForms.Assign.Check(FormInput.ToJson(Input(person, group)));
        Assert.Equal((path, code), Only(given));
        var passedOn = LeaderTaskForms.Reassign.Check(FormInput.ToJson(
            new ReassignInput { Secrecy = SecrecyGate.No, AssigneeId = person, GroupId = group, Reason = "Đồng chí đi học" }));
        Assert.Equal((path, code), Only(passedOn));
    }

    [Theory]
    [InlineData(Leader, null, null, "assigneeId", "Task.NotToOneself")]
    [InlineData(Unknown, null, null, "assigneeId", "Common.UnknownPerson")]
    [InlineData(null, "N99", null, "groupId", "Task.GroupWithoutLead")]
    [InlineData(Stranger, null, Stranger, "assigneeId", "Task.NotToOneself")]
    [InlineData(null, Group, Member, "groupId", "Task.NotToOneself")]
    public void X_08_Nobody_gives_a_task_to_themselves_to_whom_they_stand_in_for_or_to_their_own_group(
        string? person, string? group, string? substitute, string path, string code)
    {
        var refused = LeaderTask.Assign(Guid.NewGuid(), Input(person, group), For(Leader, substitute ?? Leader));
        Assert.Equal((path, code), Only(refused.Refusal));
    }

    [Fact]
    public void For_a_group_its_lead_of_the_day_answers_and_its_members_are_those_it_was_given_to()
    {
        var task = LeaderTask.Assign(Guid.NewGuid(), Input(null, Group), As(Leader, Monday)).Made();
        Assert.Equal([Lead, Member, OtherMember], task.GivenTo(As(Leader, Monday)));
        Assert.Equal(Lead, task.Answerable(As(Leader, Monday)));
        Assert.Equal("Common.Forbidden", task.Accept(As(Member, Monday)).Refusal?.Code);
        task.Accept(As(Lead, Monday)).Must();
        Assert.Equal("Common.Forbidden", task.AskForExtension(Request(), As(OtherMember, Monday)).Refusal?.Code);
        task.AskForExtension(Request(), As(Lead, Monday)).Must();
        task.SubmitReport(new LeaderTaskReportInput { Secrecy = SecrecyGate.No, Report = "Đã làm" }, As(Lead, Monday)).Must();
        task.AcceptReport(As(Leader, Monday)).Must();
    }

    [Theory]
    [InlineData(Member, null)]
    [InlineData(null, Group)]
    public void X_08_Who_was_given_the_task_decides_nothing_about_it_in_the_leaders_place(string? person, string? group)
    {
        var task = LeaderTask.Assign(Guid.NewGuid(), Input(person, group), As(Leader, Monday)).Made();
        Assert.Equal("Common.Forbidden", task.Cancel(For(Leader, Member)).Refusal?.Code);
        task.Cancel(For(Leader, Stranger)).Must();
    }

    [Fact]
    public void The_leader_agrees_to_another_day_than_the_one_asked_for_and_the_day_stays_until_then()
    {
        var task = Accepted();
        var before = task.DueAt;
        task.AskForExtension(Request(), As(Member, Monday)).Must();
        Assert.Equal(before, task.DueAt);
        task.AgreeToExtension(new ExtensionAgreementInput { NewDue = new DateOnly(2026, 10, 15) }, As(Leader, Monday)).Must();
        Assert.Equal((At(new DateTime(2026, 10, 15, 17, 0, 0)), (DateTime?)null), (task.DueAt!.Value, task.AskedDueAt));
    }

    [Fact]
    public void A_request_falls_when_the_work_is_reported_reassigned_or_cancelled_and_when_the_leader_sets_another_day()
    {
        Action<LeaderTask>[] acts =
        [
            t => t.SubmitReport(new LeaderTaskReportInput { Secrecy = SecrecyGate.No, Report = "Đã làm" }, As(Member, Monday)).Must(),
            t => t.Reassign(new ReassignInput { AssigneeId = OtherMember, Reason = "Đồng chí đi học" }, As(Leader, Monday)).Must(),
            t => t.Cancel(As(Leader, Monday)).Must(),
            t => t.Extend(new NewDueInput { NewDue = new DateOnly(2026, 10, 30), Reason = "Chờ số liệu" }, As(Leader, Monday)).Must(),
            t => t.RefuseExtension(As(Leader, Monday)).Must(),
        ];
        foreach (var act in acts)
        {
            var task = Accepted();
            task.AskForExtension(Request(), As(Member, Monday)).Must();
            act(task);
            Assert.Null(task.AskedDueAt);
        }
    }

    [Theory]
    [InlineData(12)]
    [InlineData(2)]
    public void A_day_that_is_not_later_is_told_at_its_field(int day)
    {
        var refused = Accepted().AskForExtension(Request() with { NewDue = new DateOnly(2026, 10, day) }, As(Member, Monday));
        Assert.Equal(("newDue", "Task.NotLater"), Only(refused.Refusal));
    }

    [Fact]
    public void Where_there_is_no_day_none_is_asked_for()
    {
        var task = LeaderTask.Assign(Guid.NewGuid(), Input(Member, null) with { Due = null }, As(Leader, Monday)).Made();
        task.Accept(As(Member, Monday)).Must();
        Assert.Equal(("newDue", "Task.HasNoDue"), Only(task.AskForExtension(Request(), As(Member, Monday)).Refusal));
    }

    private static (string Path, string Code) Only(Refusal? refusal)
    {
        var error = Assert.Single(refusal!.Fields);
        return (error.Path, error.Code);
    }

    private static CaseContext For(string principal, string actor) =>
        As(actor, Monday) with { ActingForId = actor == principal ? null : principal };

    private static LeaderTask Accepted()
    {
        var task = LeaderTask.Assign(Guid.NewGuid(), Input(Member, null), As(Leader, Monday)).Made();
        task.Accept(As(Member, Monday)).Must();
        return task;
    }

    private static ExtensionRequestInput Request() => new() { NewDue = new DateOnly(2026, 10, 20), Reason = "Chờ số liệu của xã" };

    private static LeaderTaskInput Input(string? person, string? group) => new()
    {
        Secrecy = SecrecyGate.No,
        Content = "Rà soát quy hoạch cán bộ xã",
        AssigneeId = person,
        GroupId = group,
        Due = Due,
    };
}
