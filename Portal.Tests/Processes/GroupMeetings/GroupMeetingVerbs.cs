using Portal.Domain.Areas;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Forms;
using Portal.Domain.GroupMeetings;
using Portal.Domain.ReportItems;
using Portal.Tests.Domain.Verbs;
using Portal.Tests.TestKit;
using static Portal.Tests.Domain.Verbs.Committee;
using Row = Portal.Tests.Domain.Verbs.VerbRow<Portal.Domain.GroupMeetings.GroupMeeting, Portal.Domain.GroupMeetings.GroupMeetingStatus>;
using Status = Portal.Domain.GroupMeetings.GroupMeetingStatus;

namespace Portal.Tests.Processes;

/// <summary>Đ7.B.1, Đ7.B.2: called, recorded and given out by the lead, done by whom it was given to.</summary>
public class GroupMeetingVerbs : EveryVerb<GroupMeetingVerbs, GroupMeeting, Status>
{
    private static readonly DateTime Monday = At(new DateTime(2026, 10, 5, 9, 0, 0));

    protected override IReadOnlyDictionary<Status, Func<Stage<GroupMeeting>>> Reach { get; } =
        Enum.GetValues<Status>().ToDictionary(s => s, s => (Func<Stage<GroupMeeting>>)(() => new Stage<GroupMeeting>(To(s), Monday)));

    protected override IReadOnlyList<FactoryRow<GroupMeeting, Status>> Factories =>
    [
        new("CallTogether", c => Walk.Both(GroupMeeting.CallTogether(Guid.NewGuid(), GroupMeetings.Call(), c)), Status.Called)
        {
            At = Monday, Right = [Lead], Wrong = Each("Common.Invalid", Member, OtherMember, Stranger, Leader, Head, DepartmentHead),
        },
    ];

    protected override IReadOnlyList<Row> Rows =>
    [
        OfLead("Move", (m, c) => m.Move(GroupMeetings.Move(), c)),
        OfLead("Cancel", (m, c) => m.Cancel(c)) with { To = _ => Status.Cancelled },
        OfLead("Record", (m, c) => m.Record(GroupMeetings.Minutes(GroupMeetings.Work()), [], "HN-1", c)) with { To = _ => Status.UnderWay },
        new("Finish", (m, c) => m.Finish(1, c))
        {
            In = [Status.UnderWay],
            Right = [Member],
            Wrong = Each("GroupMeeting.OnlyAssignee", Lead, OtherMember, Leader, Head, Stranger),
            NotNow = "GroupMeeting.NoOpenTask",
        },
        OfLead("Change", (m, c) => m.Change(1, GroupMeetings.Change(), c)) with
        {
            In = [Status.UnderWay], NotNow = "GroupMeeting.NoOpenTask",
        },
        OfLead("Drop", (m, c) => m.Drop(1, c)) with { In = [Status.UnderWay], NotNow = "GroupMeeting.NoOpenTask" },
        new("Close", (m, _) => m.Close())
        {
            In = [Status.UnderWay],
            To = _ => Status.Closed,
            IsImpersonal = true,
            From = new Dictionary<Status, Func<Stage<GroupMeeting>>>
            {
                [Status.UnderWay] = () => new Stage<GroupMeeting>(Finished(), Monday),
            },
        },
    ];

    /// <summary>Nothing is recorded of what has not begun; what is wrong is said at its row.</summary>
    [Fact]
    public void What_is_wrong_is_said_at_its_field()
    {
        var early = GroupMeeting.CallTogether(
            Guid.NewGuid(), GroupMeetings.Call() with { StartsAt = GroupMeetings.Starts.AddHours(6) }, As(Lead, Monday)).Made();
        Assert.Equal("GroupMeeting.NotYetHeld", early.Record(GroupMeetings.Minutes(), [], "HN-1", As(Lead, Monday)).Refusal?.Code);

        var wrong = GroupMeetings.Minutes(GroupMeetings.Work(Stranger), GroupMeetings.Work(days: -1)) with
        {
            AttendedIds = [Lead, Unknown],
            Shortcomings = [GroupMeetings.Found() with { AreaId = "A001" }],
            Recommendations = [new HandledRecommendation
            {
                ItemId = Guid.NewGuid(), Outcome = RecommendationOutcome.Discussed, Words = "Đã trao đổi",
            }],
        };
        Assert.Equal(
            ["attendedIds", "recommendations[0].item", "shortcomings[0].areaId", "tasks[0].assigneeId", "tasks[1].due"],
            To(Status.Called).Record(wrong, [], "HN-1", As(Lead, Monday)).Refusal!.Fields.Select(f => f.Path));
        var given = To(Status.UnderWay);
        Assert.Equal(
            ["assigneeId", "due"],
            given.Change(1, GroupMeetings.Change(Stranger, days: -1), As(Lead, Monday)).Refusal!.Fields.Select(f => f.Path));
    }

    /// <summary>What the meeting made of an item goes into the item's history, once, and never what is Restricted.</summary>
    [Theory]
    [InlineData(RecommendationOutcome.Discussed, ReportItemState.New)]
    [InlineData(RecommendationOutcome.Started, ReportItemState.InProgress)]
    [InlineData(RecommendationOutcome.Resolved, ReportItemState.Resolved)]
    public void An_item_that_was_spoken_of_moves_on(RecommendationOutcome outcome, ReportItemState to)
    {
        var item = Item(isRestricted: false);
        var row = new HandledRecommendation { ItemId = item.Id, Outcome = outcome, Words = "Đảng ủy xã đã có phương án" };
        var silent = row with { Outcome = null };
        To(Status.Called).Record(GroupMeetings.Minutes() with { Recommendations = [silent] }, [item], "HN-1", As(Lead, Monday)).Must();
        Assert.Empty(item.History);

        var twice = To(Status.Called).Record(
            GroupMeetings.Minutes() with { Recommendations = [row, row] }, [item], "HN-1", As(Lead, Monday)).Refusal!;
        Assert.Equal(["recommendations[1].item"], twice.Fields.Select(f => f.Path));
        Assert.Empty(item.History);

        var restricted = To(Status.Called);
        restricted.Record(
            GroupMeetings.Minutes() with { Recommendations = [row], ConcernsPersonnel = true }, [item], "HN-1", As(Lead, Monday)).Must();
        Assert.Empty(item.History);
        Assert.Null(restricted.Minutes!.Recommendations);

        var meeting = To(Status.Called);
        meeting.Record(GroupMeetings.Minutes() with { Recommendations = [silent, row] }, [item], "HN-1", As(Lead, Monday)).Must();
        var kept = Assert.Single(meeting.Minutes!.Recommendations!);
        Assert.Equal((1, item.Content), (kept.Item, kept.What));
        Assert.Equal((to, "HN-1: Đảng ủy xã đã có phương án"), (item.State, Assert.Single(item.History).Words));
        var judging = Item(isRestricted: true);
        Assert.Equal(["recommendations[0].item"], To(Status.Called).Record(
            GroupMeetings.Minutes() with { Recommendations = [row with { ItemId = judging.Id }] }, [judging], "HN-1", As(Lead, Monday))
            .Refusal!.Fields.Select(f => f.Path));
    }

    /// <summary>Đ7.B.2, R-RPT-04 [Q]: what the leader is to know of becomes an item; with a flag it does whatever was ticked.</summary>
    [Fact]
    public void A_shortcoming_for_the_leader_becomes_an_item_and_one_with_a_flag_always()
    {
        var meeting = To(Status.Called);
        meeting.Record(
            GroupMeetings.Minutes() with
            {
                Shortcomings =
                [
                    GroupMeetings.Found(toLeader: false) with { LeadershipUnity = true },
                    GroupMeetings.Found(toLeader: false), GroupMeetings.Found(), GroupMeetings.Found() with { ConcernsPersonnel = true },
                ],
            },
            [], "HN-1", As(Lead, Monday)).Must();
        var items = meeting.Items(As(Lead, Monday));
        Assert.Equal([(2, false, false), (3, true, true), (4, false, true)],
            items.Select(i => (i.SourceIndex, i.GoesToHead, i.Sensitivity == Sensitivity.Restricted)).OrderBy(i => i.SourceIndex));
        Assert.All(items, i => Assert.Equal((ReportItemState.Reported, ReportItemKind.Limitation), (i.State, i.Kind)));
    }

    protected override Status StateOf(GroupMeeting scene) => scene.Status;

    protected override int VersionOf(GroupMeeting scene) => scene.Version;

    private static Row OfLead(string verb, Func<GroupMeeting, CaseContext, Result> act) => new(verb, act)
    {
        In = [Status.Called],
        Right = [Lead],
        Wrong = Each("GroupMeeting.OnlyLead", Member, OtherMember, Leader, Head, Stranger, DepartmentHead),
    };

    private static ReportItem Item(bool isRestricted) => ReportItem.Enter(
        new NewItemInput
        {
            Secrecy = SecrecyGate.No,
            AreaId = Area,
            Kind = ReportItemKind.Recommendation,
            Domain = WorkDomains.OrganizationAndCadres,
            Level = ReportItemLevel.Normal,
            Content = "Đề nghị bổ sung hai biên chế",
            ConcernsPersonnel = isRestricted,
        },
        As(Member, Monday)).Made();

    private static GroupMeeting Finished()
    {
        var meeting = To(Status.UnderWay);
        meeting.Finish(1, As(Member, Monday)).Must();
        return meeting;
    }

    private static GroupMeeting To(Status status)
    {
        var lead = As(Lead, Monday);
        var meeting = GroupMeeting.CallTogether(Guid.NewGuid(), GroupMeetings.Call(), lead).Made();
        switch (status)
        {
            case Status.Cancelled:
                meeting.Cancel(lead).Must();
                break;
            case Status.UnderWay:
                meeting.Record(GroupMeetings.Minutes(GroupMeetings.Work()), [], "HN-1", lead).Must();
                break;
            case Status.Closed:
                meeting.Record(GroupMeetings.Minutes(), [], "HN-1", lead).Must();
                meeting.Close().Must();
                break;
        }

        return meeting;
    }
}
