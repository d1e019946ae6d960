using Portal.Domain.Forms;
using Portal.Domain.Reviews;
using Portal.Tests.TestKit;

namespace Portal.Tests.Processes;

/// <summary>A proposal out of turn that names a person, up to the advice on it.</summary>
public sealed class AdHocIndividualsRoad : RestrictedRoad
{
    public override string ProcessKey => "review-suggestion-adhoc";

    public override IReadOnlyList<string> Readers => ["L1", "L2", "L3", "L4", "L5", "S11", "S20"];

    public override async Task WalkAsync(TestPortal portal)
    {
        var started = await portal.StartAsync("review-suggestion-adhoc", Trips.Lead, new AdHocReviewInput
        {
            Secrecy = SecrecyGate.No,
            AreaId = "A017",
            Trigger = AdHocReviewTrigger.InspectionConclusion,
            TriggerText = "Kết luận kiểm tra nêu khuyết điểm",
        });
        var id = started.Value.CaseId;
        await portal.InputsAsync(id);
        await portal.MustAsync(id, "propose", Trips.Lead, "SkipConsult", new AdHocProposalInput
        {
            Secrecy = SecrecyGate.No,
            NoSuggestion = false,
            Suggestions = [Reviews.Suggestion()],
            Individuals = [IndividualsRoad.Named],
            SkipConsultReason = "Việc gấp, kết luận kiểm tra đã rõ",
        });
        await portal.MustAsync(id, "finalize", Trips.Lead, "Submit", new AdHocFinalInput
        {
            Secrecy = SecrecyGate.No,
            NoSuggestion = false,
            Suggestions = [Reviews.Suggestion()],
            Individuals = [IndividualsRoad.Named],
        });
        ItemDecision[] amended = [new ItemDecision { Item = 1, Decision = LeaderDecisionKind.Amend, Text = Marker, Reason = Marker }];
        await portal.MustAsync(id, "leader", Trips.Leader, "AgreeToDossier",
            new AdHocDecisionInput { Secrecy = SecrecyGate.No, Individuals = amended, Opinion = Marker });
        await portal.MustAsync(id, "collective", "L1", "Pass", new AdHocCollectiveInput
        {
            Secrecy = SecrecyGate.No,
            MeetingDate = new DateOnly(2026, 10, 5),
            Form = CollectiveForm.CollectiveMeeting,
            Individuals = amended,
            Opinion = Marker,
        });
        await portal.MustAsync(id, "send", Reviews.Coordinator, "Sent",
            new SubmissionSentInput { Secrecy = SecrecyGate.No, SentOn = new DateOnly(2026, 10, 5) });
        portal.GoTo(new DateTime(2026, 12, 10, 9, 0, 0));
        await portal.MustAsync(id, "outcome", Reviews.Coordinator, "Recorded", Reviews.Outcome() with
        {
            Individuals = [new ItemOutcome { Item = 1, Outcome = StandingCommitteeOutcome.ApprovedWithChange, FinalText = Marker }],
        });
        portal.GoTo(new DateTime(2026, 12, 14, 9, 0, 0));
        await portal.MustAsync(id, "release", Reviews.Head, "Release", new ReleaseInput
        {
            Secrecy = SecrecyGate.No,
            Individuals = [new ItemRelease { Item = 1, Released = true }],
        });
        await portal.MustAsync(id, "issue", Reviews.Clerk, "Issued", Reviews.Issue());
        await portal.MustAsync(id, "conference", Trips.Lead, "Held", Reviews.Conference());
        await portal.MustAsync(id, "advise", Trips.Lead, "Submit", new AdHocAdviceInput
        {
            Secrecy = SecrecyGate.No,
            Suggestions = Reviews.Advice().Suggestions,
            Individuals = [Reviews.Advice().Suggestions![0] with { Explanation = Marker, Reason = Marker }],
            Remark = Marker,
        });
        await portal.MustAsync(id, "adviceReview", Trips.Leader, "AgreeToAdvice", Trips.Opinion(Marker));
        await portal.TickAsync();
    }
}
