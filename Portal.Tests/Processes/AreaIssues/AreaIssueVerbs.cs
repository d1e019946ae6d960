using Portal.Domain.AreaIssues;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Tests.Domain.Verbs;
using Portal.Tests.TestKit;
using static Portal.Tests.Domain.Verbs.Committee;
using Row = Portal.Tests.Domain.Verbs.VerbRow<Portal.Domain.AreaIssues.AreaIssue, Portal.Domain.AreaIssues.AreaIssueStatus>;
using Status = Portal.Domain.AreaIssues.AreaIssueStatus;

namespace Portal.Tests.Processes;

/// <summary>S-03: reported by the group, settled by the leader in charge or by the head, followed until it is closed.</summary>
public class AreaIssueVerbs : EveryVerb<AreaIssueVerbs, AreaIssue, Status>
{
    private static readonly DateTime Monday = At(new DateTime(2026, 10, 5, 9, 0, 0));

    private static readonly Status[] Waiting = [Status.Submitted, Status.UnderConsideration];

    private static readonly Status[] Open = [.. Waiting, Status.Directed, Status.Monitoring];

    protected override IReadOnlyDictionary<Status, Func<Stage<AreaIssue>>> Reach { get; } =
        Enum.GetValues<Status>().ToDictionary(s => s, s => (Func<Stage<AreaIssue>>)(() => new Stage<AreaIssue>(To(s), Monday)));

    protected override IReadOnlyList<FactoryRow<AreaIssue, Status>> Factories =>
    [
        new("Report", c => Walk.Both(AreaIssue.Report(Guid.NewGuid(), Issues.Report(), c)), Status.Submitted)
        {
            At = Monday, Right = [Lead, Member, OtherMember], Wrong = Each("Common.Invalid", Stranger, Leader, Head, Clerk),
        },
        new("Raised", c => (Result.Ok, AreaIssue.Raised(Guid.NewGuid(), Guid.NewGuid(), Raised(), c)), Status.Submitted)
        {
            At = Monday, IsImpersonal = true,
        },
    ];

    protected override IReadOnlyList<Row> Rows =>
    [
        OfLeaders("Acknowledge", (i, c) => i.Acknowledge(c)) with { In = Waiting, To = _ => Status.Monitoring },
        OfLeaders("Direct", (i, c) => i.Direct(c)) with { In = Open, To = _ => Status.Directed },
        OfLeaders("AskToClarify", (i, c) => i.AskToClarify(c)) with { In = Waiting, To = _ => Status.UnderConsideration },
        OfLeaders("ForwardToHead", (i, c) => i.ForwardToHead(c)) with { In = Waiting, To = _ => Status.UnderConsideration },
        OfLeaders("Settle", (i, c) => i.Settle(c)) with { In = Open, To = _ => Status.Settled },
        new("Close", (i, _) => i.Close()) { In = [Status.Settled], To = _ => Status.Closed, IsImpersonal = true },
        new("Clarify", (i, c) => i.Clarify(Issues.Update(), c))
        {
            In = [Status.UnderConsideration],
            From = new Dictionary<Status, Func<Stage<AreaIssue>>>
            {
                [Status.UnderConsideration] = () => new Stage<AreaIssue>(Asked(), Monday),
            },
            NotNow = "Issue.NothingAsked",
            Right = [Member, Lead],
            Wrong = Forbidden(OtherMember, Leader, Head),
        },
        new("AddUpdate", (i, c) => i.AddUpdate(Issues.Update(), c))
        {
            In = Open, Right = [Member, Lead], Wrong = Forbidden(OtherMember, Leader, Head, Stranger),
        },
    ];

    /// <summary>R-RPT-04 [Q]: of what is flagged the head alone decides, on every way, and no way ends without the head.</summary>
    [Fact]
    public void What_is_flagged_is_settled_by_the_head_and_nobody_else()
    {
        Func<AreaIssue, CaseContext, Result>[] verbs =
            [(i, c) => i.Acknowledge(c), (i, c) => i.Direct(c), (i, c) => i.AskToClarify(c), (i, c) => i.Settle(c)];
        foreach (var flagged in Flagged())
        {
            foreach (var verb in verbs)
            {
                var issue = AreaIssue.Report(Guid.NewGuid(), flagged, As(Member, Monday)).Made();
                Assert.Equal(Head, issue.DeciderOf(As(Leader, Monday)));
                Assert.Equal("Issue.HeadHasNotSeenIt", issue.Check("R-RPT-04")?.Code);
                foreach (var leader in new[] { Leader, StandingDeputy, OtherLeader })
                {
                    Assert.Equal("Issue.OnlyHead", verb(issue, As(leader, Monday)).Refusal?.Code);
                }

                verb(issue, As(Head, Monday)).Must();
                Assert.Null(issue.Check("R-RPT-04"));
            }
        }
    }

    /// <summary>R-RPT-04: also when a flag comes later; it is never taken away again.</summary>
    [Fact]
    public void With_the_first_flag_it_goes_to_the_head_however_far_it_has_come()
    {
        foreach (var status in Open)
        {
            var issue = To(status);
            issue.AddUpdate(Issues.Update() with { PersonnelOfStandingCommittee = true }, As(Lead, Monday)).Must();
            Assert.Equal((Status.UnderConsideration, false), (issue.Status, issue.IsSeenByHead));
            Assert.Equal("Issue.OnlyHead", issue.Settle(As(Leader, Monday)).Refusal?.Code);
            Assert.Equal("Issue.HeadHasNotSeenIt", issue.Check("R-RPT-04")?.Code);
            issue.AddUpdate(Issues.Update() with { PersonnelOfStandingCommittee = false }, As(Member, Monday)).Must();
            Assert.True(issue.GoesToHead);
        }
    }

    [Fact]
    public void What_was_passed_on_is_the_heads_and_what_was_asked_comes_before_all_else()
    {
        var issue = To(Status.Submitted);
        issue.ForwardToHead(As(Leader, Monday)).Must();
        Assert.Equal("Issue.IsWithHead", issue.ForwardToHead(As(Leader, Monday)).Refusal?.Code);
        Assert.Equal("Issue.OnlyHead", issue.Acknowledge(As(Leader, Monday)).Refusal?.Code);
        var asked = Asked();
        Assert.Equal("Issue.WaitsForAuthor", asked.Acknowledge(As(Leader, Monday)).Refusal?.Code);
        Assert.Equal("Issue.WaitsForAuthor", asked.AddUpdate(Issues.Update(), As(Member, Monday)).Refusal?.Code);
    }

    [Fact]
    public void What_is_wrong_is_said_at_its_field_and_a_late_report_is_measured_not_refused()
    {
        var wrong = Issues.Report() with
        {
            ObservedOn = new DateOnly(2026, 10, 6),
            WithoutLeader = true,
            NamedIds = [Unknown],
            OralReport = new OralReportInput { ToId = Lead, At = new DateTime(2026, 10, 5, 10, 0, 0), Channel = ContactChannel.Phone },
        };
        Assert.Equal(
            ["observedOn", "withoutLeader", "namedIds", "oralReport.toId", "oralReport.at"],
            AreaIssue.Report(Guid.NewGuid(), wrong, As(Member, Monday)).Refusal!.Fields.Select(f => f.Path));
        foreach (var (day, isLate) in new[] { (5, false), (2, false), (1, true) })
        {
            var report = Issues.Report() with { ObservedOn = new DateOnly(2026, 10, day) };
            Assert.Equal(isLate, AreaIssue.Report(Guid.NewGuid(), report, As(Member, Monday)).Made().IsLate);
        }
    }

    protected override Status StateOf(AreaIssue scene) => scene.Status;

    protected override int VersionOf(AreaIssue scene) => scene.Version;

    private static IEnumerable<IssueReportInput> Flagged() =>
    [
        Issues.Report() with { DemocraticCentralism = true }, Issues.Report() with { LeadershipUnity = true },
        Issues.Report() with { PersonnelOfStandingCommittee = true },
        Issues.Report() with { LeadershipUnity = true, WithoutLeader = true },
    ];

    private static RaisedIssue Raised() => new(
        1,
        new AreaIssueInput { AreaId = Area, Category = IssueCategory.Corruption, Facts = "Sự việc", ProposedSolution = "Giải pháp" },
        Member,
        new DateOnly(2026, 10, 5));

    private static Row OfLeaders(string verb, Func<AreaIssue, CaseContext, Result> act) => new(verb, act)
    {
        Right = [Leader, StandingDeputy, Head],
        Wrong = Each("Issue.Own", Member).And(Forbidden(Lead, Stranger, OtherLeader, Compliance)),
    };

    private static AreaIssue Asked()
    {
        var issue = To(Status.Submitted);
        issue.AskToClarify(As(Leader, Monday)).Must();
        return issue;
    }

    private static AreaIssue To(Status status)
    {
        var leader = As(Leader, Monday);
        var issue = AreaIssue.Report(Guid.NewGuid(), Issues.Report(), As(Member, Monday)).Made();
        switch (status)
        {
            case Status.UnderConsideration:
                issue.AskToClarify(leader).Must();
                issue.Clarify(Issues.Update(), As(Member, Monday)).Must();
                break;
            case Status.Directed:
                issue.Direct(leader).Must();
                break;
            case Status.Monitoring:
                issue.Acknowledge(leader).Must();
                break;
            case Status.Settled:
                issue.Settle(leader).Must();
                break;
            case Status.Closed:
                issue.Settle(leader).Must();
                issue.Close().Must();
                break;
        }

        return issue;
    }
}
