using Portal.Domain.Common;
using Portal.Domain.Forms;
using Portal.Domain.Reviews;
using Portal.Tests.TestKit;
using static Portal.Tests.Domain.Verbs.Committee;
using Status = Portal.Domain.Reviews.ReviewProposalStatus;

namespace Portal.Tests.Domain.Verbs;

/// <summary>The road of the proposal of A017 in the annual cycle. All of it on one day after the year's last deadline.</summary>
internal static class ReviewStages
{
    public static readonly DateTime Day = At(new DateTime(2026, 12, 14, 9, 0, 0));

    public static SubmissionSentInput Sent() => new()
    {
        Secrecy = SecrecyGate.No,
        DocumentNumber = "12-TTr/BTCTU",
        SentOn = new DateOnly(2026, 12, 14),
    };

    public static Stage<ReviewProposal> Then(this Stage<ReviewProposal> stage, Func<ReviewProposal, Result> act)
    {
        act(stage.Scene).Must();
        return stage;
    }

    public static ReviewCycle OpenCycle()
    {
        var cycle = ReviewCycle.Draft(Guid.NewGuid(), Reviews.Cycle(), yearTaken: false, As(Coordinator, Day)).Made();
        cycle.Open(As(Head, Day)).Must();
        return cycle;
    }

    public static ReviewProposal InCycle(ReviewCycle cycle) => ReviewProposal.InCycle(Guid.NewGuid(), cycle, Area, Group, As(Head, Day));

    public static Result Propose(this ReviewProposal proposal, string person) =>
        proposal.Propose(Reviews.Proposal().First(), Reviews.Rating(QualityRating.Good), skipsConsultation: false, As(person, Day));

    public static Result Submit(this ReviewProposal proposal, string person, string text =
        "Đề nghị kiểm điểm làm rõ việc chậm rà soát quy hoạch") =>
        proposal.Submit(
            Reviews.Proposal(QualityRating.Good, Reviews.Suggestion(text)), Reviews.Rating(QualityRating.Good), null, As(person, Day));

    /// <summary>A001, whose lead heads the department that is asked.</summary>
    public static Stage<ReviewProposal> ByTheDepartmentHead()
    {
        var cycle = ReviewCycle.Draft(Guid.NewGuid(), Reviews.Cycle("A001"), yearTaken: false, As(Coordinator, Day)).Made();
        var proposal = ReviewProposal.InCycle(Guid.NewGuid(), cycle, "A001", "N01", As(Head, Day));
        return new Stage<ReviewProposal>(proposal, Day).Then(p => p.EndInputs(As(Head, Day))).Then(p => p.Propose(DepartmentHead));
    }

    /// <summary>A proposal in the state; what was not sent yet lies in no dossier.</summary>
    public static Stage<ReviewProposal> To(Status status) => status switch
    {
        Status.CollectingInputs => new Stage<ReviewProposal>(InCycle(OpenCycle()), Day),
        Status.Drafting => To(Status.CollectingInputs).Then(p => p.EndInputs(As(Head, Day))),
        Status.InConsultation => To(Status.Drafting).Then(p => p.Propose(Lead))
            .Then(p => p.Assign(Department, new AssignOpinionInput { StaffId = DepartmentStaff }, As(DepartmentHead, Day))),
        Status.Finalizing => To(Status.InConsultation).Then(p => p.EndConsultation(As(Head, Day))),
        Status.AwaitingLeaderInCharge => To(Status.Finalizing).Then(p => p.Submit(Lead)),
        Status.Returned => To(Status.AwaitingLeaderInCharge).Then(p => p.Return(Reviews.Decision(), As(Leader, Day))),
        Status.Withdrawn => To(Status.AwaitingLeaderInCharge).Then(p => p.Withdraw(As(Lead, Day))),
        Status.AwaitingCollective => To(Status.AwaitingLeaderInCharge).Then(p => p.Agree(Reviews.Decision(), As(Leader, Day))),
        Status.PassedByCollective => InDossier(Status.AwaitingCollective).Then(p => p.Pass(Reviews.Collective(), As(Head, Day))),
        Status.NotPassed => InDossier(Status.AwaitingCollective).Then(p => p.NotPass(Reviews.Collective(), As(Head, Day))),
        Status.SubmittedToStandingCommittee => To(Status.PassedByCollective).Then(p => p.MarkSent(Sent(), As(Head, Day))),
        Status.DecidedByStandingCommittee => To(Status.SubmittedToStandingCommittee)
            .Then(p => p.RecordOutcome(Reviews.Outcome(), As(Coordinator, Day))),
        Status.Issued => To(Status.DecidedByStandingCommittee).Then(p => p.RecordIssue(Reviews.Issue(), As(Clerk, Day))),
        Status.Monitoring => To(Status.Issued).Then(p => p.HoldConference(Reviews.Conference(), As(Lead, Day))),
        Status.Concluded => To(Status.Monitoring).Then(p => p.Advise(Reviews.Advice(), As(Lead, Day))).Then(p => p.Conclude(As(Head, Day))),
        Status.Closed => Rated(Status.Concluded).Then(p => p.Close()),
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "no road leads there"),
    };

    /// <summary>The same, in the dossier before the collective.</summary>
    public static Stage<ReviewProposal> InDossier(Status status) => To(status).Then(p => p.EnterDossier(As(Head, Day)));

    /// <summary>The same, with the official level.</summary>
    public static Stage<ReviewProposal> Rated(Status status) =>
        To(status).Then(p => p.RecordFinalRating(Reviews.FinalRating(), As(Coordinator, Day)));
}
