using Portal.Domain.Areas;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Forms;
using Portal.Domain.ReportItems;
using static Portal.Tests.Domain.Verbs.Committee;
using Row = Portal.Tests.Domain.Verbs.VerbRow<Portal.Domain.ReportItems.ReportItem, Portal.Domain.ReportItems.ReportItemState>;
using State = Portal.Domain.ReportItems.ReportItemState;

namespace Portal.Tests.Domain.Verbs;

/// <summary>Đ5.1: an item of an area, by those who watch it, their leader, and the department that it was released to.</summary>
public class ReportItemVerbs : EveryVerb<ReportItemVerbs, ReportItem, State>
{
    private static readonly DateTime Monday = At(new DateTime(2026, 10, 5, 9, 0, 0));
    private static readonly Guid Task = Guid.NewGuid();

    private static readonly State[] Open = [State.New, State.Reported, State.Directed, State.InProgress, State.CarriedOver];
    private static readonly State[] Settled = [State.Resolved, State.Rejected];

    private static readonly string[] Leaders = [Leader, Head];
    private static readonly string[] LeadAndLeaders = [Lead, Leader, Head];

    protected override IReadOnlyDictionary<State, Func<Stage<ReportItem>>> Reach { get; } = Roads(_ => { });

    protected override IReadOnlyList<FactoryRow<ReportItem, State>> Factories =>
    [
        new("Enter", c => Walk.Both(ReportItem.Enter(Input(), c)), State.New)
        {
            At = Monday, Right = [Lead, Member, OtherMember], Wrong = Each("Common.Invalid", Leader, Head, Stranger, Clerk, DepartmentHead),
        },
    ];

    protected override IReadOnlyList<Row> Rows => [.. OfWork, .. OfTheEnd, .. OfDepartments];

    private static IReadOnlyList<Row> OfWork =>
    [
        OfLead("Report", (i, c) => i.Report(Words(), c)) with
        {
            In = [State.New, State.CarriedOver], To = _ => State.Reported, Right = [Lead],
            Wrong = Each("ReportItem.OnlyLead", Member, Leader, Head, OtherLeader, Stranger, DepartmentStaff),
        },
        OfLeader("Direct", (i, c) => i.Direct(new ItemDirectiveInput { Words = "Rà soát ngay" }, null, c)) with
        {
            In = Open, To = _ => State.Directed,
        },
        OfWatchers("Start", (i, c) => i.Start(Words(), c)) with
        {
            In = [State.New, State.Reported, State.Directed, State.CarriedOver], To = _ => State.InProgress,
        },
        OfWatchers("Start", (i, c) => i.Start(Words(), c)) with
        {
            When = "where it was released",
            From = Released,
            In = [State.New, State.Reported, State.Directed, State.CarriedOver],
            To = _ => State.InProgress,
            Right = [Lead, Member, DepartmentStaff, DepartmentHead],
        },
        OfWatchers("Note", (i, c) => i.Note(Words(), c)) with
        {
            In = Open,
            Right = [Lead, Member, Leader, Head],
            Wrong = Each("ReportItem.OnlyWatchers", OtherLeader, Stranger, DepartmentStaff, Clerk),
        },
        OfWatchers("ChangeLevel", (i, c) => i.ChangeLevel(new ItemLevelInput { Level = ReportItemLevel.Urgent, Words = "Đã khẩn" }, c)) with
        {
            In = Open, Right = [Lead, Member, Leader, Head],
        },
        new Row("Follow", (i, c) => i.Follow(Task, ReportItemAct.TaskDone, c)) { IsImpersonal = true, PassesBy = [.. Open, .. Settled] },
        new Row("Follow", (i, c) => i.Follow(Task, ReportItemAct.TaskDone, c))
        {
            When = "its own task",
            IsImpersonal = true,
            Of = [State.Directed, State.InProgress],
            In = [State.Directed, State.InProgress],
            From = Tasked,
            To = _ => State.Resolved,
        },
    ];

    private static IReadOnlyList<Row> OfTheEnd =>
    [
        OfLead("Resolve", (i, c) => i.Resolve(Words(), c)) with { In = Open, To = _ => State.Resolved },
        OfLead("Resolve", (i, c) => i.Resolve(Words(), c)) with
        {
            When = "while somebody is at work on it", Of = [.. Tasked.Keys], From = Tasked, NotNowIn = Held(),
        },
        OfLeader("Reject", (i, c) => i.Reject(Words(), c)) with { In = Open, To = _ => State.Rejected },
        OfLead("CarryOver", (i, c) => i.CarryOver(Words(), c)) with
        {
            In = [State.New, State.Reported, State.Directed, State.InProgress], To = _ => State.CarriedOver,
        },
        OfLeader("Reopen", (i, c) => i.Reopen(Words(), c)) with { In = Settled, To = _ => State.InProgress },
        OfLead("Merge", (i, c) => i.Merge(Entered(), new ItemMergerInput { Words = "Cùng một việc" }, c)) with { In = Open },
    ];

    private static IReadOnlyList<Row> OfDepartments =>
    [
        OfLeader("Release", (i, c) => i.Release(new ItemReleaseInput { DepartmentId = Department }, c)) with { In = Open },
        OfLeader("Recall", (i, c) => i.Recall(Words(), c)) with { In = Open, From = Released },
        OfLeader("Recall", (i, c) => i.Recall(Words(), c)) with
        {
            When = "of what no department has", Of = Open, NotNow = "ReportItem.NotReleased",
        },
        new Row("Answer", (i, c) => i.Answer(Words(), c))
        {
            In = Open,
            From = Released,
            To = _ => State.InProgress,
            Right = [DepartmentStaff, DepartmentHead],
            Wrong = Each("ReportItem.OnlyDepartment", OtherDepartmentHead, Lead, Member, Leader, Head),
        },
    ];

    [Fact]
    public void What_is_merged_goes_on_in_the_other_with_the_higher_level_and_nobody_does_anything_with_it_any_more()
    {
        var (item, into) = (Entered(ReportItemLevel.Urgent), Entered());
        item.Merge(into, new ItemMergerInput { Words = "Cùng một việc" }, As(Lead, Monday)).Must();
        Assert.Equal((into.Id, ReportItemLevel.Urgent), (item.MergedIntoId, into.Level));
        Assert.Equal((ReportItemAct.TakeIn, item.Id), (into.History[^1].Act, into.History[^1].OtherId));
        foreach (var act in ReportItemForms.Acts)
        {
            Assert.All(Everybody, p => Assert.Equal("ReportItem.Merged", item.WhyNot(act, As(p, Monday))?.Code));
        }

        Assert.Equal("Common.Invalid", Entered().Merge(item, new ItemMergerInput(), As(Lead, Monday)).Refusal?.Code);
    }

    [Fact]
    public void What_is_restricted_is_released_to_nobody_merged_with_nothing_open_to_all_and_worked_on_by_its_author_and_the_lead()
    {
        var item = Entered(restricted: true);
        Assert.Equal("ReportItem.RestrictedNotReleased", item.WhyNot(ReportItemAct.Release, As(Leader, Monday))?.Code);
        Assert.Equal("ReportItem.OnlyWatchers", item.WhyNot(ReportItemAct.Note, As(OtherMember, Monday))?.Code);
        Assert.Null(item.WhyNot(ReportItemAct.Note, As(Member, Monday)));
        Assert.False(Entered().IsLike(item, As(Lead, Monday)));
        Assert.Equal("", item.SearchText);
    }

    /// <summary>
    /// R-RPT-04 [Q]: whichever of the three flags it has, it is Restricted, the head is told at once and of all that follows, and
    /// whoever else may do a thing that directs or ends it, nobody but the head does.
    /// </summary>
    [Theory]
    [InlineData(true, null, null)]
    [InlineData(null, true, null)]
    [InlineData(false, false, true)]
    public void What_is_flagged_is_the_heads_to_direct_and_to_end(bool? centralism, bool? unity, bool? personnel)
    {
        ReportItem Flagged(State state = State.New)
        {
            var entered = ReportItem.Enter(
                Input() with { DemocraticCentralism = centralism, LeadershipUnity = unity, PersonnelOfStandingCommittee = personnel },
                As(Member, Monday)).Made();
            return To(entered, state, Head);
        }

        var item = Flagged();
        Assert.Equal((true, Sensitivity.Restricted, ""), (item.GoesToHead, item.Sensitivity, item.SearchText));
        Assert.Contains(
            ReportItemNotices.OfNew(item, As(Member, Monday)),
            n => n is { PersonId: Head, Kind: NotificationKind.ForHead } && n.Text == LocalText.Of("ReportItem.Restricted"));
        foreach (var state in Enum.GetValues<State>())
        {
            foreach (var (act, person) in ReportItemForms.Acts.SelectMany(a => Everybody.Select(p => (a, p))))
            {
                var refusal = Flagged(state).WhyNot(act, As(person, Monday));
                var isHeads = act is ReportItemAct.Direct or ReportItemAct.Resolve or ReportItemAct.Reject or ReportItemAct.CarryOver
                    or ReportItemAct.Reopen or ReportItemAct.Merge;
                Assert.True(!isHeads || refusal is not null || person == Head, $"{state} {act} {person}");
            }
        }

        foreach (var act in new[] { ReportItemAct.Report, ReportItemAct.Resolve })
        {
            var done = Flagged();
            (act == ReportItemAct.Report ? done.Report(Words(), As(Lead, Monday)) : done.Resolve(Words(), As(Head, Monday))).Must();
            Assert.Contains(ReportItemNotices.Of(done, As(Lead, Monday)), n => n.PersonId == Head);
        }
    }

    /// <summary>A report's leader directs what is in it, but not what is the head's: the head does so on the item.</summary>
    [Fact]
    public void What_is_flagged_is_directed_in_no_report()
    {
        ReportItemInput[] items = [new() { ConcernsPersonnel = false, LeadershipUnity = true }];
        var refusal = ItemDirection.WhyNot([new ItemDirection { Item = 1, Direction = "Cho ý kiến" }], items);
        Assert.Equal(("itemDirections[0].item", "ReportItem.DirectedByHead"), (refusal?.Fields[0].Path, refusal?.Fields[0].Code));
        Assert.Empty(ReportItemInput.Split(items).Open ?? []);
        Assert.False(Entered(restricted: true).IsLike(
            ReportItem.Enter(Input(restricted: true) with { LeadershipUnity = true }, As(Member, Monday)).Made(), As(Lead, Monday)));
    }

    [Fact]
    public void A_cancelled_task_leaves_the_item_with_the_leader()
    {
        var item = Tasked[State.Directed]().Scene;
        item.Follow(Task, ReportItemAct.TaskBegun, As(Member, Monday)).Must();
        Assert.Equal((State.InProgress, Task), (item.State, item.TaskId));
        item.Follow(Task, ReportItemAct.TaskCancelled, As(Leader, Monday)).Must();
        Assert.Equal((State.Reported, null), (item.State, item.TaskId));
    }

    [Fact]
    public void A_leader_who_looks_over_a_report_releases_nothing_that_judges_a_person_and_directs_only_what_it_has()
    {
        ReportItemInput[] items = [new() { ConcernsPersonnel = false }, new() { ConcernsPersonnel = true }];
        string? Of(int item, string? department, bool isRestricted = false) => ItemDirection.WhyNot(
            [new ItemDirection { Item = item, Direction = "Cho ý kiến", DepartmentId = department }], items, isRestricted)?.Fields[0].Code;

        Assert.Equal((null, null, null), (Of(1, Department), Of(1, null), Of(2, null)));
        const string No = "ReportItem.RestrictedNotReleased";
        Assert.Equal((No, No, "Trip.NoSuchItem"), (Of(2, Department), Of(1, Department, isRestricted: true), Of(3, null)));
    }

    protected override State StateOf(ReportItem scene) => scene.State;

    protected override int VersionOf(ReportItem scene) => scene.Version;

    private static IReadOnlyDictionary<State, Func<Stage<ReportItem>>> Released { get; } = Roads(i =>
        i.Release(new ItemReleaseInput { DepartmentId = Department }, As(Leader, Monday)).Must());

    /// <summary>With a leader task under way.</summary>
    private static Dictionary<State, Func<Stage<ReportItem>>> Tasked { get; } = new()
    {
        [State.Directed] = () => Given(_ => { }),
        [State.InProgress] = () => Given(i => i.Follow(Task, ReportItemAct.TaskBegun, As(Member, Monday)).Must()),
    };

    private static Stage<ReportItem> Given(Action<ReportItem> then)
    {
        var item = Entered();
        item.Direct(new ItemDirectiveInput { Words = "Rà soát ngay", AssigneeId = Member }, Task, As(Leader, Monday)).Must();
        then(item);
        return new Stage<ReportItem>(item, Monday);
    }

    private static Dictionary<State, string> Held() => Tasked.Keys.ToDictionary(s => s, _ => "ReportItem.TaskOpen");

    private static Row OfLead(string verb, Func<ReportItem, CaseContext, Result> act) => new(verb, act)
    {
        Right = LeadAndLeaders,
        Wrong = Each("ReportItem.OnlyLead", Member, OtherLeader, Stranger, DepartmentStaff, Clerk),
    };

    private static Row OfLeader(string verb, Func<ReportItem, CaseContext, Result> act) => new(verb, act)
    {
        Right = Leaders,
        Wrong = Each("ReportItem.OnlyLeader", Lead, Member, OtherLeader, StandingDeputy, Stranger, DepartmentStaff),
    };

    private static Row OfWatchers(string verb, Func<ReportItem, CaseContext, Result> act) => new(verb, act)
    {
        Right = [Lead, Member],
        Wrong = Each("ReportItem.OnlyWatchers", OtherLeader, Stranger, Clerk),
    };

    private static ItemWordsInput Words() => new() { Secrecy = SecrecyGate.No, Words = "Đã làm việc với đảng ủy xã" };

    private static NewItemInput Input(ReportItemLevel level = ReportItemLevel.Normal, bool restricted = false) => new()
    {
        Secrecy = SecrecyGate.No,
        AreaId = Area,
        Kind = ReportItemKind.Difficulty,
        Domain = WorkDomains.CivilServants,
        Level = level,
        Content = "Thiếu công chức văn phòng",
        ConcernsPersonnel = restricted,
    };

    private static ReportItem Entered(ReportItemLevel level = ReportItemLevel.Normal, bool restricted = false) =>
        ReportItem.Enter(Input(level, restricted), As(Member, Monday)).Made();

    private static Dictionary<State, Func<Stage<ReportItem>>> Roads(Action<ReportItem> first) => Enum.GetValues<State>()
        .ToDictionary(s => s, s => (Func<Stage<ReportItem>>)(() =>
        {
            var item = Entered();
            first(item);
            To(item, s);
            return new Stage<ReportItem>(item, Monday);
        }));

    private static ReportItem To(ReportItem item, State state, string decider = Leader)
    {
        var (lead, leader) = (As(Lead, Monday), As(decider, Monday));
        (state switch
        {
            State.Reported => item.Report(Words(), lead),
            State.Directed => item.Direct(new ItemDirectiveInput { Words = "Rà soát ngay" }, null, leader),
            State.InProgress => item.Start(Words(), lead),
            State.Resolved => item.Resolve(Words(), leader),
            State.Rejected => item.Reject(Words(), leader),
            State.CarriedOver => item.CarryOver(Words(), leader),
            _ => Result.Ok,
        }).Must();
        return item;
    }
}
