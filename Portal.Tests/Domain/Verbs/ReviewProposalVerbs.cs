using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Forms;
using Portal.Domain.Reviews;
using Portal.Tests.TestKit;
using static Portal.Tests.Domain.Verbs.Committee;
using static Portal.Tests.Domain.Verbs.ReviewStages;
using Road = System.Collections.Generic.Dictionary<
    Portal.Domain.Reviews.ReviewProposalStatus, System.Func<Portal.Tests.Domain.Verbs.Stage<Portal.Domain.Reviews.ReviewProposal>>>;
using Row = Portal.Tests.Domain.Verbs.VerbRow<Portal.Domain.Reviews.ReviewProposal, Portal.Domain.Reviews.ReviewProposalStatus>;
using Status = Portal.Domain.Reviews.ReviewProposalStatus;

namespace Portal.Tests.Domain.Verbs;

/// <summary>
/// P3, the proposal of one area. The group proposes, leaders decide; what is only recorded is for whoever holds the step.
/// </summary>
public class ReviewProposalVerbs : EveryVerb<ReviewProposalVerbs, ReviewProposal, Status>
{
    private const string TooLate = "Review.TooLateForOpinions";

    private static readonly Status[] Consulted =
    [
        Status.InConsultation, Status.Finalizing, Status.Returned, Status.Withdrawn,
        Status.AwaitingLeaderInCharge, Status.AwaitingCollective,
    ];

    private static readonly Status[] Unwritten = [Status.CollectingInputs, Status.Drafting];

    private static readonly IReadOnlyDictionary<string, string> NotTheLead =
        Each("Review.NotByLead", Member, DepartmentHead, Leader, Coordinator);

    protected override IReadOnlyDictionary<Status, Func<Stage<ReviewProposal>>> Reach { get; } =
        Reached().ToDictionary(s => s, s => (Func<Stage<ReviewProposal>>)(() => To(s)));

    protected override IReadOnlyDictionary<Status, string> NeverReached { get; } = new Dictionary<Status, string>
    {
        [Status.NotStarted] = "a proposal begins with the opinions of the members",
        [Status.Cancelled] = "with the cycle the case is cancelled, the proposal stays as it was",
    };

    protected override IReadOnlyList<FactoryRow<ReviewProposal, Status>> Factories =>
    [
        new("InCycle", _ => (Result.Ok, InCycle(OpenCycle())), Status.CollectingInputs) { At = Day, IsImpersonal = true },
        new("StartAdHoc", c => Walk.Both(ReviewProposal.StartAdHoc(Guid.NewGuid(), Group, AdHoc(), c)), Status.CollectingInputs)
        {
            At = Day,
            Right = [Head, Leader, Lead],
            Wrong = Each("Review.OnlyLeadsAndLeaders", Member, OtherLeader, DepartmentHead, Coordinator),
        },
    ];

    protected override IReadOnlyList<Row> Rows =>
        [.. OfTheGroup, .. OfDepartments, .. OfLeaders, .. OfTheCollective, .. OfTheOutcome, .. OfTheEnd];

    private static IReadOnlyList<Row> OfTheGroup =>
    [
        new("NoteInput", (p, c) => p.NoteInput(Reviews.Input(), hasOpinion: true, c))
        {
            In = [Status.CollectingInputs], Right = [Member, OtherMember, Lead], Wrong = Forbidden(Stranger, Leader, Coordinator),
        },
        ByTheFlow("EndInputs", (p, c) => p.EndInputs(c)) with { In = [Status.CollectingInputs], To = _ => Status.Drafting },
        OfLead("Propose", (p, c) => p.Propose(c.Actor.PersonId)) with { In = Unwritten, To = _ => Status.InConsultation },
        ByTheFlow("EndConsultation", (p, c) => p.EndConsultation(c)) with { In = [Status.InConsultation], To = _ => Status.Finalizing },
        OfLead("GoOn", (p, c) => p.GoOn(c)) with
        {
            In = [Status.InConsultation], To = _ => Status.Finalizing, At = Day.AddDays(30),
        },
        OfLead("Submit", (p, c) => p.Submit(c.Actor.PersonId)) with
        {
            In = [Status.Finalizing, Status.Returned, Status.Withdrawn], To = _ => Status.AwaitingLeaderInCharge,
        },
        OfLead("Withdraw", (p, c) => p.Withdraw(c)) with { In = [Status.AwaitingLeaderInCharge], To = _ => Status.Withdrawn },
        OfLead("Withdraw", (p, c) => p.Withdraw(c)) with { When = "the head has it", From = WithHead },
        OfLead("Supplement", (p, c) => p.Supplement(c)) with { In = [Status.AwaitingCollective], To = _ => Status.Finalizing },
        OfLead("Supplement", (p, c) => p.Supplement(c)) with
        {
            When = "in the dossier", In = [Status.AwaitingCollective], To = _ => Status.Finalizing, From = Lying,
        },
        OfLead("AskToWithdraw", (p, c) => p.AskToWithdraw(c)) with { In = [Status.AwaitingCollective] },
        new("Extend", (p, c) => p.Extend(new ExtensionInput { NewDue = new DateOnly(2026, 12, 21), Reason = "Đơn vị xin lùi" }, c))
        {
            In =
            [
                Status.CollectingInputs, Status.Drafting, Status.InConsultation, Status.Finalizing, Status.Returned, Status.Withdrawn,
                Status.AwaitingLeaderInCharge, Status.Issued, Status.Monitoring,
            ],
            Right = [Coordinator, Head],
            Wrong = Forbidden(Lead, Leader, Clerk),
        },
        ByTheFlow("Follow", (p, _) => p.Follow(ReviewCalendar.Of(2026))) with { In = [.. Reached().Except([Status.Closed])] },
    ];

    private static IReadOnlyList<Row> OfDepartments =>
    [
        OfDepartment("Assign", (p, c) => p.Assign(Department, new AssignOpinionInput { StaffId = DepartmentStaff }, c)),
        OfDepartment("AnswerOpinion", (p, c) => p.AnswerOpinion(Department, Reviews.Opinion(), ConsultationStance.Agree, c)),
        OfDepartment("PrepareOpinion", (p, c) => p.PrepareOpinion(Department, Reviews.Opinion(), c)) with
        {
            Right = [DepartmentStaff], Wrong = Each("Review.OwnProposal", Lead).And(Forbidden(DepartmentHead, OtherDepartmentHead)),
        },
        OfItsAuthorsDepartment("Assign", (p, c) => p.Assign(Department, new AssignOpinionInput { StaffId = DepartmentStaff }, c)),
        OfItsAuthorsDepartment("AnswerOpinion", (p, c) => p.AnswerOpinion(Department, Reviews.Opinion(), ConsultationStance.Agree, c)),
    ];

    private static IReadOnlyList<Row> OfLeaders =>
    [
        OfLeader("Agree", (p, c) => p.Agree(Reviews.Decision(), c)) with { To = _ => Status.AwaitingCollective },
        OfLeader("Return", (p, c) => p.Return(Reviews.Decision(), c)) with { To = _ => Status.Returned },
        OfLeader("AnswerWithdrawal", (p, c) => p.AnswerWithdrawal(agrees: true, c)) with
        {
            In = [Status.AwaitingCollective], To = _ => Status.Withdrawn, From = AskedBack,
        },
        OfLeader("AnswerWithdrawal", (p, c) => p.AnswerWithdrawal(agrees: false, c)) with
        {
            When = "it stays", In = [Status.AwaitingCollective], From = AskedBack,
        },
        OfLeader("AnswerWithdrawal", (p, c) => p.AnswerWithdrawal(agrees: true, c)) with { When = "nobody has asked", In = [] },
        OfLeader("ForwardToHead", (p, c) => p.ForwardToHead(Reviews.Decision(), c)),
        OfLeader("Agree", (p, c) => p.Agree(Reviews.Decision(), c)) with
        {
            When = "the head has it", To = _ => Status.AwaitingCollective, From = WithHead, Right = [Head],
            Wrong = Each("Review.OwnProposal", Lead).And(Forbidden(Leader, StandingDeputy)),
        },
        ByTheFlow("LookAgain", (p, c) => p.LookAgain(c)) with { In = [Status.AwaitingCollective], To = _ => Status.AwaitingLeaderInCharge },
        ByTheFlow("LookAgain", (p, c) => p.LookAgain(c)) with { When = "in the dossier", From = Lying },
    ];

    private static IReadOnlyList<Row> OfTheCollective =>
    [
        ByTheFlow("EnterDossier", (p, c) => p.EnterDossier(c)) with { In = [.. Unwritten, .. Consulted] },
        OfCollective("Pass", (p, c) => p.Pass(Reviews.Collective(), c)) with { To = _ => Status.PassedByCollective },
        OfCollective("NotPass", (p, c) => p.NotPass(Reviews.Collective(), c)) with { To = _ => Status.NotPassed },
        OfCollective("ReturnFromCollective", (p, c) => p.ReturnFromCollective(Reviews.Collective(), toLead: true, c)) with
        {
            To = _ => Status.Returned,
        },
        OfCollective("ReturnFromCollective", (p, c) => p.ReturnFromCollective(Reviews.Collective(), toLead: false, c)) with
        {
            When = "to the leader in charge", To = _ => Status.AwaitingLeaderInCharge,
        },
        OfCollective("Pass", (p, c) => p.Pass(Reviews.Collective(), c)) with { When = "before the dossier", In = [], From = new Road() },
        ByTheFlow("MarkSent", (p, c) => p.MarkSent(Sent(), c)) with
        {
            In = [Status.AwaitingLeaderInCharge, Status.AwaitingCollective, Status.PassedByCollective, Status.NotPassed],
            To = from => from == Status.PassedByCollective ? Status.SubmittedToStandingCommittee : from,
            From = new Road
            {
                [Status.AwaitingLeaderInCharge] = () => InDossier(Status.AwaitingLeaderInCharge),
                [Status.AwaitingCollective] = () => InDossier(Status.AwaitingCollective),
            },
        },
        ByTheFlow("FollowSent", (p, c) => p.FollowSent(c)) with
        {
            In = [Status.PassedByCollective],
            To = _ => Status.SubmittedToStandingCommittee,
            From = new Road
            {
                [Status.PassedByCollective] = () => InDossier(Status.AwaitingCollective).Then(p => p.MarkSent(Sent(), As(Head, Day)))
                    .Then(p => p.Pass(Reviews.Collective(), As(Head, Day))),
            },
        },
        ByTheFlow("FollowSent", (p, c) => p.FollowSent(c)) with { When = "nothing was sent" },
    ];

    private static IReadOnlyList<Row> OfTheOutcome =>
    [
        OfHolder("RecordOutcome", (p, c) => p.RecordOutcome(Reviews.Outcome(), c)) with
        {
            In = [Status.SubmittedToStandingCommittee], To = _ => Status.DecidedByStandingCommittee,
        },
        new("Release", (p, c) => p.Release(Nothing(), c))
        {
            In = [Status.DecidedByStandingCommittee],
            Right = [Head],
            From = new Road { [Status.DecidedByStandingCommittee] = NothingApproved },
            Wrong = Forbidden(StandingDeputy, Leader, Lead, Coordinator),
        },
        new("Release", (p, c) => p.Release(Nothing(), c)) { When = "all was approved as it was" },
        OfHolder("RecordIssue", (p, c) => p.RecordIssue(Reviews.Issue(), c)) with
        {
            In = [Status.DecidedByStandingCommittee], To = _ => Status.Issued,
        },

        // The lead of whoever watches the unit now (E-R7): the step finds that person, the proposal knows its own group only.
        OfHolder("HoldConference", (p, c) => p.HoldConference(Reviews.Conference(), c)) with
        {
            In = [Status.Issued], To = _ => Status.Monitoring,
        },
        OfHolder("HoldConference", (p, c) => p.HoldConference(Reviews.Conference(), c)) with
        {
            When = "nothing was approved",
            In = [Status.DecidedByStandingCommittee, Status.Issued],
            To = _ => Status.Monitoring,
            From = new Road { [Status.DecidedByStandingCommittee] = NothingApproved },
        },
        OfHolder("Postpone", (p, c) => p.Postpone(PutOff(), c)) with
        {
            In = [Status.Issued],
        },
        OfHolder("Advise", (p, c) => p.Advise(Reviews.Advice(), c)) with { In = [Status.Monitoring] },
    ];

    private static IReadOnlyList<Row> OfTheEnd =>
    [
        OfConcluders("Conclude", (p, c) => p.Conclude(c)) with { To = _ => Status.Concluded },
        OfConcluders("AgreeToAdvice", (p, c) => p.AgreeToAdvice(c)),
        OfConcluders("ReturnAdvice", (p, c) => p.ReturnAdvice(c)),
        OfHolder("RecordFinalRating", (p, c) => p.RecordFinalRating(Reviews.FinalRating(), c)) with
        {
            In = [Status.Concluded, Status.NotPassed],
        },
        OfHolder("FollowRemedies", (p, c) => p.FollowRemedies(Remedies(), c)) with { In = [Status.Concluded, Status.NotPassed] },
        ByTheFlow("CarryIn", (p, _) => p.CarryIn([])) with { In = [Status.InConsultation, Status.Finalizing] },
        OfHolder("ReportRemedies", (p, c) => p.ReportRemedies(Remedies(), carriesOver: false, c)) with
        {
            In = [Status.Concluded, Status.NotPassed],
        },
        OfHolder("ReportRemedies", (p, c) => p.ReportRemedies(Remedies(), carriesOver: true, c)) with
        {
            When = "to the next cycle", In = [Status.Concluded, Status.NotPassed],
        },
        ByTheFlow("Close", (p, _) => p.Close()) with
        {
            In = [Status.Concluded, Status.NotPassed],
            To = _ => Status.Closed,
            From = new Road { [Status.Concluded] = () => Rated(Status.Concluded), [Status.NotPassed] = () => Rated(Status.NotPassed) },
        },
        ByTheFlow("Close", (p, _) => p.Close()) with { When = "without the official level" },
    ];

    private static ReleaseInput Nothing() =>
        new() { Secrecy = SecrecyGate.No, Suggestions = [new ItemRelease { Item = 1, Released = false }] };

    private static Road AskedBack => new()
    {
        [Status.AwaitingCollective] = () => To(Status.AwaitingCollective).Then(p => p.AskToWithdraw(As(Lead, Day))),
    };

    private static Road WithHead => new()
    {
        [Status.AwaitingLeaderInCharge] = () => To(Status.AwaitingLeaderInCharge)
            .Then(p => p.ForwardToHead(Reviews.Decision(), As(Leader, Day))),
    };

    private static Road Lying => new() { [Status.AwaitingCollective] = () => InDossier(Status.AwaitingCollective) };

    protected override Status StateOf(ReviewProposal scene) => scene.Status;

    protected override int VersionOf(ReviewProposal scene) => scene.Version;

    private static IEnumerable<Status> Reached() => Enum.GetValues<Status>().Except([Status.NotStarted, Status.Cancelled]);

    private static AdHocReviewInput AdHoc() => new()
    {
        Secrecy = SecrecyGate.No,
        AreaId = Area,
        Trigger = AdHocReviewTrigger.LeaderRequest,
        TriggerText = "Lãnh đạo yêu cầu làm rõ",
    };

    private static PostponedInput PutOff() => new()
    {
        Secrecy = SecrecyGate.No,
        NewDate = new DateOnly(2026, 12, 28),
        Reason = "Đơn vị lùi",
    };

    private static OutcomeInput Refused() =>
        Reviews.Outcome(new ItemOutcome { Item = 1, Outcome = StandingCommitteeOutcome.NotApproved });

    private static RemediesInput Remedies() => new() { Secrecy = SecrecyGate.No, Report = "Đã khắc phục xong" };

    private static Stage<ReviewProposal> NothingApproved() => To(Status.SubmittedToStandingCommittee).Then(p =>
        p.RecordOutcome(Refused(), As(Coordinator, Day)));

    private static Row ByTheFlow(string verb, Func<ReviewProposal, CaseContext, Result> act) => new(verb, act) { IsImpersonal = true };

    private static Row OfLead(string verb, Func<ReviewProposal, CaseContext, Result> act) => new(verb, act)
    {
        Right = [Lead],
        Wrong = NotTheLead,
    };

    private static Row OfHolder(string verb, Func<ReviewProposal, CaseContext, Result> act) => new(verb, act) { IsForAnyHolder = true };

    private static Row OfConcluders(string verb, Func<ReviewProposal, CaseContext, Result> act) => new(verb, act)
    {
        In = [Status.Monitoring],
        Right = [Head, StandingDeputy, Leader, OtherLeader],
        Wrong = Each("Review.OwnProposal", Lead).And(Forbidden(Member, Coordinator, Clerk)),
    };

    private static Row OfDepartment(string verb, Func<ReviewProposal, CaseContext, Result> act) => new(verb, act)
    {
        In = Consulted,
        NotNow = TooLate,
        NotNowIn = Unwritten.ToDictionary(s => s, _ => "Common.NotInThisState"),
        Right = [DepartmentHead],
        Wrong = Each("Review.OwnProposal", Lead).And(Forbidden(OtherDepartmentHead, DepartmentStaff, StandingDeputy)),
    };

    // the lead of N01 heads the department; a leader who does not decide on the proposal signs instead.
    private static Row OfItsAuthorsDepartment(string verb, Func<ReviewProposal, CaseContext, Result> act) => new(verb, act)
    {
        When = "its head wrote the proposal",
        Of = [Status.InConsultation],
        In = [Status.InConsultation],
        From = new Road { [Status.InConsultation] = ByTheDepartmentHead },
        Right = [StandingDeputy],
        Wrong = Each("Review.OwnProposal", DepartmentHead).And(Forbidden(OtherLeader, Leader, Head, OtherDepartmentHead, Stranger)),
    };

    private static Row OfLeader(string verb, Func<ReviewProposal, CaseContext, Result> act) => new(verb, act)
    {
        In = [Status.AwaitingLeaderInCharge],
        Right = [Leader, StandingDeputy, Head],
        Wrong = Each("Review.OwnProposal", Lead).And(Forbidden(Member, OtherLeader, Coordinator)),
    };

    private static Row OfCollective(string verb, Func<ReviewProposal, CaseContext, Result> act) => new(verb, act)
    {
        In = [Status.AwaitingCollective],
        From = Lying,
        Right = [Head, StandingDeputy, Leader, OtherLeader],
        Wrong = Each("Review.OwnProposal", Lead).And(Forbidden(Member, Coordinator)),
    };
}
