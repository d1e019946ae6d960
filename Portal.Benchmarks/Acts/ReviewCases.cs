using Portal.Domain.Areas;
using Portal.Domain.Cases;
using Portal.Domain.Forms;
using Portal.Domain.Reviews;

namespace Portal.Benchmarks.Acts;

/// <summary>A review cycle of two areas, whose proposals are brought before the leader by the API.</summary>
internal sealed class ReviewCases(ApiRoad api)
{
    private const string OfArea = "review-suggestion-area";

    private bool _isOpened;

    /// <summary>A proposal with two suggestions that waits for the leader in charge.</summary>
    public async Task<StartedCase> SubmittedAsync(string area)
    {
        if (!_isOpened)
        {
            await OpenCycleAsync();
            _isOpened = true;
        }

        var proposal = await api.FindAsync(People.Coordinator, OfArea, area);
        foreach (var member in new[] { People.Member, People.SecondMember, People.ThirdMember })
        {
            await api.AnswerAsync(member, proposal.Id, "inputs", "NoOpinion", new MemberInput { Secrecy = SecrecyGate.No });
        }

        var content = Proposal();
        await api.AnswerAsync(People.Lead, proposal.Id, "propose", "Consult", new ReviewProposalInput
        {
            Secrecy = content.Secrecy,
            NoSuggestion = content.NoSuggestion,
            Suggestions = content.Suggestions,
            Rating = content.Rating,
        });
        await api.AnswerAsync(People.Department, proposal.Id, "opinion", "Agree", new ConsultationInput
        {
            Secrecy = SecrecyGate.No,
            RatingStance = ConsultationStance.Agree,
        });
        await api.AnswerAsync(People.Lead, proposal.Id, "finalize", "Submit", content);
        return proposal;
    }

    private async Task OpenCycleAsync()
    {
        // The calendar lies ahead: no time runs out meanwhile.
        var year = Days.Today.Year;
        var cycle = await api.StartAsync(People.Coordinator, "review-suggestion-annual", new ReviewCycleInput
        {
            Secrecy = SecrecyGate.No,
            Year = year,
            Title = Wording.Of("review.title"),
            ReferenceDate = Days.Today,
            LegalBases = [new LegalBasisInput { Document = Wording.Of("review.basis") }],
            Scope = ReviewScope.CollectivesAndIndividuals,
            UsesScore = false,
            Conditions = RatingScale.Usual.Conditions,
            Quota = new QuotaInput { Percent = 20, ExceptionalPercent = 25, Base = QuotaBase.RatedGood, Rounding = QuotaRounding.Floor },
            ComparableGroups =
                [new ComparableGroupInput { Name = Wording.Of("review.kind"), AreaIds = [People.Area, People.SecondArea] }],
            Consultants = [new ConsultantInput { Domain = WorkDomains.OrganizationAndCadres, DepartmentId = "TCCB" }],
            Calendar = ReviewCalendar.Of(year + 1),
        });
        await api.AnswerAsync(People.Head, cycle.Id, "approve", "OpenCycle", new LeaderOpinionInput { Secrecy = SecrecyGate.No });
    }

    private static ReviewFinalInput Proposal() => new()
    {
        Secrecy = SecrecyGate.No,
        NoSuggestion = false,
        Suggestions = [Suggestion("review.first"), Suggestion("review.second")],
        Rating = new RatingInput { Level = QualityRating.Good, Justification = Wording.Of("review.justification") },
    };

    private static SuggestionInput Suggestion(string text) => new()
    {
        SubjectName = Wording.Of("review.subject"),
        Domain = WorkDomains.OrganizationAndCadres,
        Matter = Wording.Of("review.matter"),
        Evidence = Wording.Of("review.evidence"),
        SuggestedText = Wording.Of(text),
        ClarifyCause = true,
        ClarifyCollective = true,
    };
}
