using System.Reflection;
using Portal.Domain.Common;
using Portal.Domain.Reviews;
using Portal.Tests.TestKit;
using static Portal.Tests.Domain.Verbs.Committee;
using static Portal.Tests.Domain.Verbs.ReviewStages;
using Proposal = Portal.Domain.Reviews.ReviewProposal;
using Road = System.Collections.Generic.Dictionary<
    Portal.Domain.Reviews.SuggestionStatus, System.Func<Portal.Tests.Domain.Verbs.Stage<Portal.Domain.Reviews.ReviewProposal>>>;
using Row = Portal.Tests.Domain.Verbs.VerbRow<Portal.Domain.Reviews.ReviewProposal, Portal.Domain.Reviews.SuggestionStatus>;
using Step = Portal.Domain.Reviews.ReviewProposalStatus;
using Status = Portal.Domain.Reviews.SuggestionStatus;

namespace Portal.Tests.Domain.Verbs;

/// <summary>
/// One suggestion of a proposal. Its verbs are the assembly's own and are done through the proposal: written anew, decided on, answered by
/// the unit. What was dropped or refused goes no further.
/// </summary>
public class ReviewSuggestionVerbs : EveryVerb<ReviewSuggestionVerbs, Proposal, Status>
{
    protected override Type Aggregate => typeof(ReviewSuggestion);

    protected override IReadOnlyDictionary<Status, Func<Stage<Proposal>>> Reach { get; } = new Road
    {
        [Status.Proposed] = () => To(Step.AwaitingCollective),
        [Status.Amended] = () => ByLeader(LeaderDecisionKind.Amend),
        [Status.DroppedByLeader] = () => ByLeader(LeaderDecisionKind.Drop),
        [Status.DroppedByCollective] = () => InDossier(Step.AwaitingCollective)
            .Then(p => p.Pass(Reviews.Collective(Item(LeaderDecisionKind.Drop)), As(Head, Day))),
        [Status.Approved] = () => Decided(StandingCommitteeOutcome.Approved),
        [Status.ApprovedWithChange] = () => Decided(StandingCommitteeOutcome.ApprovedWithChange),
        [Status.NotApproved] = () => Decided(StandingCommitteeOutcome.NotApproved),
        [Status.Issued] = () => To(Step.Issued),
        [Status.Accepted] = () => Judged(FollowUpAssessment.Accepted),
        [Status.PartlyAccepted] = () => Judged(FollowUpAssessment.PartlyAccepted),
        [Status.NotAccepted] = () => Judged(FollowUpAssessment.NotAccepted),
        [Status.CarriedOver] = () => Judged(FollowUpAssessment.CarriedOver),
    };

    protected override IReadOnlyList<FactoryRow<Proposal, Status>> Factories =>
    [
        new("From", Proposing, Status.Proposed)
        {
            At = Day, Right = [Lead], Wrong = Each("Review.NotByLead", Member, Leader, DepartmentHead),
        },
    ];

    protected override IReadOnlyList<Row> Rows => [.. OfTheProposal, .. OfTheRemedies];

    private static IReadOnlyList<Row> OfTheRemedies =>
    [
        new("NoteRemedies", (p, c) => p.FollowRemedies(Reviews.Remedied(RemedyState.UnderWay), c))
        {
            In = [Status.Accepted], IsForAnyHolder = true,
            From = new Road { [Status.Accepted] = WithRemedy },
        },
        new("NoteFollowUp", (p, c) => p.Advise(Reviews.Advice(), c))
        {
            When = "it was not approved",
            Of = [Status.NotApproved],
            In = [Status.NotApproved],
            Wrong = Each("Common.Invalid", Lead),
            From = new[] { Status.NotApproved }
                .ToDictionary(s => s, _ => (Func<Stage<Proposal>>)(() => Holding(Decided(StandingCommitteeOutcome.NotApproved)))),
        },
    ];

    private static IReadOnlyList<Row> OfTheProposal =>
    [
        new("Rewrite", (p, c) => Anew(p, c))
        {
            In = [Status.Proposed, Status.Amended, Status.DroppedByLeader], To = _ => Status.Proposed,
            Right = [Lead], Wrong = Each("Review.NotByLead", Member, Leader),
        },
        new("ChangeTo", (p, c) => p.RecordOutcome(Reviews.Outcome(), c))
        {
            In = [Status.Proposed, Status.Amended],
            To = _ => Status.Approved,
            IsForAnyHolder = true,
            From = new Road
            {
                [Status.Proposed] = () => To(Step.SubmittedToStandingCommittee),
                [Status.Amended] = () => Sending(ByLeader(LeaderDecisionKind.Amend)),
            },
        },
        new("ChangeTo", (p, c) => p.RecordOutcome(Reviews.Outcome(), c))
        {
            When = "it was dropped before",
            In = [Status.DroppedByLeader, Status.DroppedByCollective],
            Wrong = Each("Common.Invalid", Coordinator),
            From = new Road
            {
                [Status.DroppedByLeader] = () => Sending(ByLeader(LeaderDecisionKind.Drop)),
                [Status.DroppedByCollective] = DroppedAndSent,
            },
        },
        new("Decide", (p, c) => p.Agree(Reviews.Decision(Item(LeaderDecisionKind.Keep)), c))
        {
            In = [Status.Proposed, Status.Amended, Status.DroppedByLeader],
            To = from => from == Status.DroppedByLeader ? Status.Proposed : from,
            Right = [Leader],
            Wrong = Each("Review.OwnProposal", Lead).And(Forbidden(Member)),
            From = new Road
            {
                [Status.Proposed] = () => To(Step.AwaitingLeaderInCharge),
                [Status.Amended] = () => ByLeader(LeaderDecisionKind.Amend).Then(p => p.LookAgain(As(Coordinator, Day))),
                [Status.DroppedByLeader] = () => ByLeader(LeaderDecisionKind.Drop).Then(p => p.LookAgain(As(Coordinator, Day))),
            },
        },
        new("NoteFollowUp", (p, c) => p.Advise(Reviews.Advice(), c))
        {
            In = [Status.Issued, Status.Accepted, Status.PartlyAccepted, Status.NotAccepted, Status.CarriedOver],
            To = _ => Status.Accepted,
            IsForAnyHolder = true,
            From = new Road
            {
                [Status.Issued] = () => To(Step.Monitoring),
            },
        },
    ];

    protected override bool IsVerb(MethodInfo method) => method.IsPublic || method.IsAssembly;

    protected override Status StateOf(Proposal scene) => scene.Suggestions[0].Status;

    protected override int VersionOf(Proposal scene) => scene.Version;

    private static (Result Result, Proposal? Made) Proposing(Portal.Domain.Cases.CaseContext context)
    {
        var proposal = To(Step.Drafting).Scene;
        var proposed = proposal.Propose(context.Actor.PersonId);
        return (proposed, proposed.IsSuccess ? proposal : null);
    }

    private static Result Anew(Proposal proposal, Portal.Domain.Cases.CaseContext context) =>
        proposal.Supplement(context)
            is { IsSuccess: false } refused ? refused : proposal.Submit(context.Actor.PersonId, "Đề nghị làm rõ trách nhiệm");

    private static ItemDecision Item(LeaderDecisionKind decision) => new()
    {
        Item = 1,
        Decision = decision,
        Text = decision == LeaderDecisionKind.Amend ? "Đề nghị làm rõ nguyên nhân chậm" : null,
        Reason = "Đã làm rõ trong năm",
    };

    private static Stage<Proposal> ByLeader(LeaderDecisionKind decision) =>
        To(Step.AwaitingLeaderInCharge).Then(p => p.Agree(Reviews.Decision(Item(decision)), As(Leader, Day)));

    private static Stage<Proposal> Sending(Stage<Proposal> stage) =>
        stage.Then(p => p.EnterDossier(As(Head, Day)))
            .Then(p => p.Pass(Reviews.Collective(), As(Head, Day)))
            .Then(p => p.MarkSent(Sent(), As(Head, Day)));

    private static Stage<Proposal> DroppedAndSent() => InDossier(Step.AwaitingCollective)
        .Then(p => p.Pass(Reviews.Collective(Item(LeaderDecisionKind.Drop)), As(Head, Day))).Then(p => p.MarkSent(Sent(), As(Head, Day)));

    private static Stage<Proposal> Decided(StandingCommitteeOutcome outcome) =>
        To(Step.SubmittedToStandingCommittee).Then(p => p.RecordOutcome(
        Reviews.Outcome(new ItemOutcome { Item = 1, Outcome = outcome, FinalText = "Đề nghị làm rõ nguyên nhân" }), As(Coordinator, Day)));

    private static Stage<Proposal> Holding(Stage<Proposal> stage) => stage.Then(p => p.HoldConference(Reviews.Conference(), As(Lead, Day)));

    private static Stage<Proposal> WithRemedy() => To(Step.Monitoring)
        .Then(p => p.Advise(Reviews.Advice(remedy: true), As(Lead, Day))).Then(p => p.Conclude(As(Head, Day)));

    private static Stage<Proposal> Judged(FollowUpAssessment assessment)
    {
        var advice = Reviews.Advice();
        return To(Step.Monitoring)
            .Then(p => p.Advise(advice with { Suggestions = [advice.Suggestions![0] with { Assessment = assessment }] }, As(Lead, Day)));
    }
}
