using Portal.Domain.AreaReports;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Tests.Domain.Verbs;
using Portal.Tests.TestKit;
using static Portal.Tests.Domain.Verbs.Committee;
using Row = Portal.Tests.Domain.Verbs.VerbRow<Portal.Domain.AreaReports.AreaBriefing, Portal.Domain.AreaReports.AreaBriefingStatus>;
using Status = Portal.Domain.AreaReports.AreaBriefingStatus;

namespace Portal.Tests.Processes;

/// <summary>S-02, Đ5.5: asked for by a leader or offered by the lead, written by the lead, accepted by the leader.</summary>
public class AreaBriefingVerbs : EveryVerb<AreaBriefingVerbs, AreaBriefing, Status>
{
    private static readonly DateTime Monday = At(new DateTime(2026, 10, 5, 9, 0, 0));

    protected override IReadOnlyDictionary<Status, Func<Stage<AreaBriefing>>> Reach { get; } =
        Enum.GetValues<Status>().ToDictionary(s => s, s => (Func<Stage<AreaBriefing>>)(() => new Stage<AreaBriefing>(To(s), Monday)));

    protected override IReadOnlyList<FactoryRow<AreaBriefing, Status>> Factories =>
    [
        new("Request", c => Walk.Both(AreaBriefing.Request(Guid.NewGuid(), Briefings.Request(), c)), Status.Draft)
        {
            At = Monday, Right = [Leader, Head, Lead], Wrong = Each("Common.Invalid", Member, OtherLeader, Stranger, Clerk),
        },
    ];

    protected override IReadOnlyList<Row> Rows =>
    [
        new("Submit", (b, c) => b.Submit(c))
        {
            In = [Status.Draft, Status.Returned],
            To = _ => Status.Submitted,
            Right = [Lead],
            Wrong = Forbidden(Member, Leader, Head, OtherLeader, Stranger),
        },
        OfLeader("Accept", (b, c) => b.Accept(c)) with { To = _ => Status.Closed },
        OfLeader("Return", (b, c) => b.Return(c)) with { To = _ => Status.Returned },
        new("Withdraw", (b, c) => b.Withdraw(c))
        {
            In = [Status.Draft, Status.Submitted, Status.Returned],
            To = _ => Status.Withdrawn,
            Right = [Leader],
            Wrong = Forbidden(Lead, Member, Head, OtherLeader, Stranger),
        },
    ];

    [Fact]
    public void What_is_wrong_is_said_at_its_field_and_a_late_one_is_measured_not_refused()
    {
        var wrong = Briefings.Request() with { NeededBy = new DateOnly(2026, 10, 4), Since = new DateOnly(2026, 10, 6) };
        Assert.Equal(
            ["neededBy", "since"],
            AreaBriefing.Request(Guid.NewGuid(), wrong, As(Leader, Monday)).Refusal!.Fields.Select(f => f.Path));
        foreach (var (days, isLate) in new[] { (3, false), (4, true) })
        {
            var briefing = To(Status.Draft);
            briefing.Submit(As(Lead, Monday.AddDays(days))).Must();
            Assert.Equal(isLate, briefing.IsLate);
        }
    }

    [Fact]
    public void Without_a_first_day_it_is_about_half_a_year()
    {
        var asked = AreaBriefing.Request(Guid.NewGuid(), Briefings.Request() with { Since = null }, As(Leader, Monday)).Made();
        Assert.Equal(new DateOnly(2026, 4, 5), asked.Since);
    }

    /// <summary>What the head asked for is the head's; all else is for the leader in charge.</summary>
    [Theory]
    [InlineData(Leader, Leader)]
    [InlineData(Head, Head)]
    [InlineData(Lead, Leader)]
    public void It_is_for_the_leader_who_asked_else_for_the_leader_in_charge(string asker, string acceptor)
    {
        var context = As(asker, Monday);
        var briefing = AreaBriefing.Request(Guid.NewGuid(), Briefings.Request(), context).Made();
        Assert.Equal(acceptor, briefing.AcceptorOf(context));
        briefing.Submit(As(Lead, Monday)).Must();
        briefing.Accept(As(acceptor, Monday)).Must();
    }

    protected override Status StateOf(AreaBriefing scene) => scene.Status;

    protected override int VersionOf(AreaBriefing scene) => scene.Version;

    private static Row OfLeader(string verb, Func<AreaBriefing, CaseContext, Result> act) => new(verb, act)
    {
        In = [Status.Submitted],
        Right = [Leader, Head],
        Wrong = Forbidden(Member, OtherLeader, Stranger, Clerk).Concat(Each("AreaBriefing.Own", Lead)).ToDictionary(),
    };

    private static AreaBriefing To(Status status)
    {
        var (lead, leader) = (As(Lead, Monday), As(Leader, Monday));
        var briefing = AreaBriefing.Request(Guid.NewGuid(), Briefings.Request(), leader).Made();
        if (status is Status.Submitted or Status.Returned or Status.Closed)
        {
            briefing.Submit(lead).Must();
        }

        (status switch
        {
            Status.Returned => briefing.Return(leader),
            Status.Closed => briefing.Accept(leader),
            Status.Withdrawn => briefing.Withdraw(leader),
            _ => Result.Ok,
        }).Must();
        return briefing;
    }
}
