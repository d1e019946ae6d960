using Portal.Domain.Common;
using Portal.Domain.Forms;
using Portal.Domain.Reviews;
using Portal.Tests.TestKit;

namespace Portal.Tests.Processes;

/// <summary>A proposal of the yearly cycle that names a person, to its remedies.</summary>
public sealed class IndividualsRoad : RestrictedRoad
{
    public override string ProcessKey => "review-suggestion-area";

    // Another deputy reads it with the collective, the coordinator all of the reviews (section 13).
    public override IReadOnlyList<string> Readers => ["L1", "L2", "L3", "L4", "L5", "S11", "S20", "S33"];

    public override async Task WalkAsync(TestPortal portal)
    {
        var cycle = await portal.CycleAsync();
        var id = await portal.AreaCaseAsync(cycle);
        await WriteAsync(
            portal, id, Reviews.Proposal() with { Individuals = [Named], IndividualFiles = await FileAsync(portal, Trips.Lead) });
        await portal.MustAsync(
            id, "leader", Trips.Leader, "AgreeToDossier", Reviews.Decision() with { Individuals = [Amended], Opinion = Marker });
        await portal.DossierAsync(cycle);
        await portal.MustAsync(id, "collective", "L1", "Pass", Reviews.Collective() with { Individuals = [Amended], Opinion = Marker });
        await portal.MustAsync(cycle, "send", Reviews.Coordinator, "Sent",
            new SubmissionSentInput { Secrecy = SecrecyGate.No, SentOn = VietnamTime.DayOf(portal.Now) });
        await portal.MustAsync(id, "outcome", Reviews.Coordinator, "Recorded", Reviews.Outcome() with
        {
            Individuals = [new ItemOutcome { Item = 1, Outcome = StandingCommitteeOutcome.ApprovedWithChange, FinalText = Marker }],
        });
        await portal.MustAsync(id, "release", Reviews.Head, "Release", new ReleaseInput
        {
            Secrecy = SecrecyGate.No,
            Individuals = [new ItemRelease { Item = 1, Released = true }],
        });
        await portal.MustAsync(id, "issue", Reviews.Clerk, "Issued", Reviews.Issue());
        portal.GoTo(new DateTime(2026, 12, 14, 9, 0, 0));
        await portal.MustAsync(id, "conference", Trips.Lead, "Held", Reviews.Conference());
        await portal.MustAsync(id, "advise", Trips.Lead, "Submit", Reviews.Advice(remedy: true) with
        {
            Individuals = [Reviews.Advice().Suggestions![0] with { Explanation = Marker, Reason = Marker }],
            Remark = Marker,
            IndividualRemedies = [new RemedyInput { Item = 1, What = Marker, Who = Marker, By = new DateOnly(2027, 3, 31) }],
        });
        await portal.MustAsync(id, "adviceReview", Trips.Leader, "AgreeToAdvice", Trips.Opinion(Marker));
        await portal.MustAsync(id, "conclude", "L1", "Conclude", Reviews.Conclusion() with { Opinion = Marker });
        await ReserveAsync(portal, id, Trips.Lead, "L1");
        await portal.MustAsync(id, "finalRating", Reviews.Coordinator, "Recorded", Reviews.FinalRating());
        await portal.MustAsync(id, "remedies", Trips.Lead, "Remedied",
            Reviews.Remedied() with
            {
                IndividualFollowed = [new RemedyProgress { Item = 1, State = RemedyState.Done, Note = Marker }],
                Report = Marker,
            });
        await portal.TickAsync();
    }

    internal static SuggestionInput Named => Reviews.Individual($"Đồng chí {Marker}") with { Matter = Marker, SuggestedText = Marker };

    private static ItemDecision Amended => new() { Item = 1, Decision = LeaderDecisionKind.Amend, Text = Marker, Reason = Marker };

    // A member brings it in, the lead writes it, the departments answer without knowing of it.
    private static async Task WriteAsync(TestPortal portal, Guid id, ReviewFinalInput proposal)
    {
        await portal.MustAsync(id, "inputs", "S33", "Submit",
            Reviews.Input() with { IndividualMatters = [new MemberMatter { Matter = Marker, Evidence = Marker }] });
        foreach (var member in (await portal.OpenTaskAsync(id, "inputs")).Assignees.Where(a => a.IsOpen).Select(a => a.PersonId))
        {
            await portal.MustAsync(id, "inputs", member, "NoOpinion", Reviews.NoInput());
        }

        await portal.MustAsync(id, "propose", Trips.Lead, "Consult", proposal.First());
        await portal.MustAsync(id, "opinion", Reviews.CadresHead, "Agree", Reviews.Opinion("Nhất trí"));
        await portal.MustAsync(id, "finalize", Trips.Lead, "Submit", proposal);
    }
}
