using System.Text.Json.Nodes;
using Portal.Domain.Reviews;
using Portal.Workflows.Proving;

namespace Portal.Workflows.Processes.Reviews;

/// <summary>What <see cref="ReviewProposal"/> does, in short; one department is asked, or none.</summary>
internal sealed class ReviewProposalConduct(bool isAdHoc) : SubjectConduct<ReviewProposalConduct.Standing>
{
    private const string Department = "P";

    private static readonly string[] Head = ["head"];
    internal sealed record Standing(ReviewProposalStatus Status)
    {
        public bool HasAuthor { get; init; }

        public bool IsDepartmentAsked { get; init; }

        public bool IsOpinionGiven { get; init; }

        public bool IsWithHead { get; init; }

        public bool IsInDossier { get; init; }

        public bool IsWithdrawalAsked { get; init; }

        public bool IsSent { get; init; }

        public bool HasSuggestions { get; init; }

        public bool HasIssued { get; init; }

        public bool NeedsRelease { get; init; }

        public bool AreInputsTaken { get; init; }

        public bool IsAdvised { get; init; }

        public bool IsAdviceAgreed { get; init; }

        /// <summary>Something is left to be put right, and nobody has said what became of it.</summary>
        public bool HasRemedies { get; init; }

        public bool IsRated { get; init; }
    }

    public override IReadOnlyList<Demand> Demands { get; } =
    [
        new("review-proposal", ["Consult"], ["groupLead"], "Đ7.B.4"),
        new("review-proposal-adhoc", ["Consult", "SkipConsult"], ["groupLead"], "Đ7.B.4"),
        new("review-consultation", ["Agree", "AgreeWithChange", "Disagree"], ["departmentHead"], "Đ11") { Decides = true },
        new("review-final", ["Submit"], ["groupLead"], "Đ7.B.4"),
        new("review-final-adhoc", ["Submit"], ["groupLead"], "Đ7.B.4"),
        new("review-decision", ["AgreeToDossier", "Return", "ForwardToHead"], Demand.Leaders, "Đ5.6") { Decides = true },
        new("review-decision-adhoc", ["AgreeToDossier", "Return", "ForwardToHead"], Demand.Leaders, "Đ5.6") { Decides = true },
        new("review-collective", ["Pass", "PassWithChange", "ReturnToLead", "ReturnToLeader", "NotPass"], Head, "Đ5.6") { Decides = true },
        new("review-collective-adhoc", ["Pass", "PassWithChange", "ReturnToLead", "ReturnToLeader", "NotPass"], Head, "Đ5.6")
        {
            Decides = true,
        },
        new("leader-opinion", ["AgreeToWithdraw", "RefuseWithdraw", "AgreeToAdvice", "Return"], Demand.Leaders, "Đ5.6") { Decides = true },
        new("review-release", ["Release"], Head, "Đ5.6"),
        new("review-conclusion", ["Conclude", "Return"], Head, "Đ5.6") { Decides = true },
    ];

    public override string? WaitsForAll(Deed deed) =>
        deed.Form is "review-collective" or "review-collective-adhoc" && deed.Action is "Pass" or "PassWithChange" or "NotPass"
            ? "Đ5.6" : null;

    /// <summary>E-R2: what a department has not said when the dossier is made, it does not say any more; the lead goes on.</summary>
    public override bool MayLapse(string? form) => form is "review-consultation" or "review-assign";

    protected override Standing First { get; } = isAdHoc
        ? new(ReviewProposalStatus.NotStarted) { IsInDossier = true }
        : new(ReviewProposalStatus.CollectingInputs);

    protected override IEnumerable<Standing> Answer(Deed deed, Standing s) => deed.Form switch
    {
        "reason" => OfReason(deed, s),
        "leader-opinion" => OfLeader(deed, s),
        "review-decision" or "review-decision-adhoc" => OfReview(deed, s),
        "review-collective" or "review-collective-adhoc" => OfCollective(deed, s),
        "review-sent" or "review-outcome" or "review-release" or "review-issue" => OfStandingCommittee(deed, s),
        "review-conference" or "review-postponed" or "review-advice" or "review-advice-adhoc" or "review-conclusion"
            or "review-rating" or "review-remedies" => AtTheUnit(deed, s),
        _ => OfWriting(deed, s),
    };

    protected override IEnumerable<Standing> TimeOut(string stepId, string? item, Standing s) =>
        stepId == "inputs" ? Act("endInputs", item, s with { AreInputsTaken = true }) : [s];

    protected override IEnumerable<Standing> Act(string act, string? item, Standing s) => act switch
    {
        "endInputs" => [s.Status == ReviewProposalStatus.CollectingInputs ? s with { Status = ReviewProposalStatus.Drafting } : s],
        "endConsultation" =>
            [s.Status == ReviewProposalStatus.InConsultation ? s with { Status = ReviewProposalStatus.Finalizing } : s],
        "followSent" =>
        [
            s is { IsSent: true, Status: ReviewProposalStatus.PassedByCollective }
                ? s with { Status = ReviewProposalStatus.SubmittedToStandingCommittee } : s,
        ],
        "close" when s.Status == ReviewProposalStatus.Concluded && (isAdHoc || s.IsRated) =>
            [s with { Status = ReviewProposalStatus.Closed }],
        "close" when s is { Status: ReviewProposalStatus.NotPassed, IsRated: true } && !isAdHoc =>
            [s with { Status = ReviewProposalStatus.Closed }],
        _ => [],
    };

    /// <summary>What the cycle does: the dossier, the sending, and another look that is asked for.</summary>
    protected override IEnumerable<(string Event, Standing Standing)> Elsewhere(Standing s)
    {
        if (isAdHoc || IsEnded(s))
        {
            yield break;
        }

        if (!s.IsInDossier)
        {
            yield return ("DossierSubmitted", s with { IsInDossier = true });
            if (s is { Status: ReviewProposalStatus.AwaitingCollective, IsWithdrawalAsked: false })
            {
                yield return ("ReviewAgain", s with { Status = ReviewProposalStatus.AwaitingLeaderInCharge });
            }
        }
        else if (!s.IsSent)
        {
            yield return ("SentToStandingCommittee", s with
            {
                IsSent = true,
                Status = s.Status == ReviewProposalStatus.PassedByCollective
                    ? ReviewProposalStatus.SubmittedToStandingCommittee : s.Status,
            });
        }
    }

    protected override bool Holds(string rule, Standing s) => rule switch
    {
        "R-REV-01" => s.HasAuthor,
        "R-REV-03" => true,
        "R-REV-07" => isAdHoc || s.IsRated,
        _ => false,
    };

    protected override (bool IsKnown, JsonNode? Value) Tells(string fact, string? item, Standing s) => fact switch
    {
        "Status" => Told(s.Status.ToString()),
        "InDossier" => Told(s.IsInDossier),
        "IsSent" => Told(s.IsSent),
        "HasSuggestions"
            when s.Status is ReviewProposalStatus.PassedByCollective or ReviewProposalStatus.SubmittedToStandingCommittee =>
            Told(s.HasSuggestions),
        "HasIssued" when s.Status is ReviewProposalStatus.DecidedByStandingCommittee => Told(s.HasIssued),
        "NeedsRelease" => Told(s is { NeedsRelease: true, Status: ReviewProposalStatus.DecidedByStandingCommittee }),
        "HasRemedies" when s.IsRated || (isAdHoc && s.Status == ReviewProposalStatus.Concluded) => Told(s.HasRemedies),
        "WithdrawalAsked" => Told(s.IsWithdrawalAsked),
        "ConsultDepartments" => Told(s is { IsDepartmentAsked: true, IsOpinionGiven: false } ? new JsonArray(Department) : []),
        _ => Untold,
    };

    protected override bool IsEnded(Standing s) => s.Status is ReviewProposalStatus.Closed or ReviewProposalStatus.Cancelled
        || (isAdHoc && s.Status == ReviewProposalStatus.NotPassed);

    protected override bool IsFulfilled(Standing s) => s.Status == ReviewProposalStatus.Closed;

    protected override Missing? Before(Deed deed, Standing s) => (deed.Form, deed.Action) switch
    {
        ("review-proposal" or "review-proposal-adhoc", _) when !s.AreInputsTaken => new("inputs", "Đ7.B.4"),
        ("leader-opinion", "AgreeToAdvice") when !s.IsAdvised => new("adviceWritten", "Đ7.A.3"),
        (null, "act:endConsultation") when s is { Status: ReviewProposalStatus.InConsultation, IsOpinionGiven: false } =>
            new("opinions", "Đ11"),
        ("review-issue" or "review-conference", _) when s.NeedsRelease => new("release", "Đ5.6"),
        ("review-conclusion", "Conclude") when !s.IsAdviceAgreed => new("advice", "Đ5.6"),
        (null, "act:close") when s.HasRemedies => new("remedies", "Đ5.6"),
        _ => null,
    };

    protected override Missing Lacks(Standing s) => s.Status switch
    {
        ReviewProposalStatus.NotStarted => new("adHocReview", "Đ5.6"),
        ReviewProposalStatus.CollectingInputs or ReviewProposalStatus.Drafting => new("proposal", "Đ7.B.4"),
        ReviewProposalStatus.InConsultation => new("opinions", "Đ11"),
        ReviewProposalStatus.Finalizing or ReviewProposalStatus.Returned or ReviewProposalStatus.Withdrawn =>
            new("finalProposal", "Đ7.B.4"),
        ReviewProposalStatus.AwaitingLeaderInCharge => new("leaderOnProposal", "Đ5.6"),
        ReviewProposalStatus.AwaitingCollective => new("collective", "Đ5.6"),
        ReviewProposalStatus.PassedByCollective => new("sending", "Đ5.6"),
        ReviewProposalStatus.SubmittedToStandingCommittee when s.HasSuggestions => new("outcome", "Đ5.6"),
        ReviewProposalStatus.DecidedByStandingCommittee when s.HasIssued => new("issue", "Đ5.6"),
        ReviewProposalStatus.Monitoring => new("conclusion", "Đ5.6"),
        ReviewProposalStatus.Concluded or ReviewProposalStatus.NotPassed when !s.IsRated && !isAdHoc => new("finalRating", "Đ7.B.4"),
        ReviewProposalStatus.Concluded or ReviewProposalStatus.NotPassed => new("filing", "Đ5.6"),
        _ => new("conference", "Đ5.6"),
    };

    protected override Standing AtEnd(Standing s) => new(s.Status);

    private IEnumerable<Standing> OfWriting(Deed deed, Standing s) => (deed.Form, deed.Action) switch
    {
        ("review-adhoc", _) when s.Status == ReviewProposalStatus.NotStarted =>
            [s with { Status = ReviewProposalStatus.CollectingInputs }],
        ("review-input", _) when s.Status == ReviewProposalStatus.CollectingInputs => [s with { AreInputsTaken = true }],
        ("review-proposal" or "review-proposal-adhoc", _)
            when s.Status is ReviewProposalStatus.Drafting or ReviewProposalStatus.CollectingInputs => Propose(deed, s),
        ("trip-extension", _) when s.Status is ReviewProposalStatus.CollectingInputs or ReviewProposalStatus.Drafting
            or ReviewProposalStatus.InConsultation or ReviewProposalStatus.Finalizing or ReviewProposalStatus.Returned
            or ReviewProposalStatus.Withdrawn or ReviewProposalStatus.AwaitingLeaderInCharge or ReviewProposalStatus.Issued
            or ReviewProposalStatus.Monitoring => [s],
        ("review-consultation", "Prepared") or ("review-assign", _) when TakesOpinions(s) => [s],
        ("review-consultation", "Agree" or "AgreeWithChange" or "Disagree") when TakesOpinions(s) => [s with { IsOpinionGiven = true }],
        (null, "GoOn") when s.Status == ReviewProposalStatus.InConsultation => [s with { Status = ReviewProposalStatus.Finalizing }],
        ("review-final" or "review-final-adhoc", _)
            when s.Status is ReviewProposalStatus.Finalizing or ReviewProposalStatus.Returned or ReviewProposalStatus.Withdrawn =>
            [s with { Status = ReviewProposalStatus.AwaitingLeaderInCharge, IsWithHead = false, HasAuthor = true }],
        _ => [],
    };

    private static IEnumerable<Standing> Propose(Deed deed, Standing s)
    {
        var written = s with { HasAuthor = true, IsDepartmentAsked = false, IsOpinionGiven = false };
        yield return written with { Status = ReviewProposalStatus.Finalizing };
        if (deed.Action == "Consult")
        {
            yield return written with { Status = ReviewProposalStatus.InConsultation, IsDepartmentAsked = true };
        }
    }

    private bool TakesOpinions(Standing s) => s.IsDepartmentAsked && (isAdHoc || !s.IsInDossier)
        && s.Status is ReviewProposalStatus.InConsultation or ReviewProposalStatus.Finalizing or ReviewProposalStatus.Returned
            or ReviewProposalStatus.Withdrawn or ReviewProposalStatus.AwaitingLeaderInCharge or ReviewProposalStatus.AwaitingCollective;

    private static IEnumerable<Standing> OfReason(Deed deed, Standing s) => (deed.Action, s.Status) switch
    {
        ("Withdraw", ReviewProposalStatus.AwaitingLeaderInCharge) when !s.IsWithHead =>
            [s with { Status = ReviewProposalStatus.Withdrawn }],
        ("Supplement", ReviewProposalStatus.AwaitingCollective) when !s.IsWithdrawalAsked =>
            [s with { Status = ReviewProposalStatus.Finalizing }],
        ("RequestWithdraw", ReviewProposalStatus.AwaitingCollective) when !s.IsWithdrawalAsked =>
            [s with { IsWithdrawalAsked = true }],
        _ => [],
    };

    private static IEnumerable<Standing> OfLeader(Deed deed, Standing s) => (deed.Action, s.Status) switch
    {
        ("AgreeToWithdraw", ReviewProposalStatus.AwaitingCollective) when s.IsWithdrawalAsked =>
            [s with { Status = ReviewProposalStatus.Withdrawn, IsWithdrawalAsked = false }],
        ("RefuseWithdraw", ReviewProposalStatus.AwaitingCollective) when s.IsWithdrawalAsked => [s with { IsWithdrawalAsked = false }],
        ("AgreeToAdvice", ReviewProposalStatus.Monitoring) => [s with { IsAdviceAgreed = true }],
        ("Return", ReviewProposalStatus.Monitoring) => [s with { IsAdviceAgreed = false }],
        _ => [],
    };

    private static IEnumerable<Standing> OfReview(Deed deed, Standing s)
    {
        if (s.Status != ReviewProposalStatus.AwaitingLeaderInCharge || (s.IsWithHead && !deed.IsForHead))
        {
            return [];
        }

        return deed.Action switch
        {
            "AgreeToDossier" => [s with { Status = ReviewProposalStatus.AwaitingCollective, IsWithHead = false }],
            "Return" => [s with { Status = ReviewProposalStatus.Returned, IsWithHead = false }],
            "ForwardToHead" => [s with { IsWithHead = true }],
            _ => [],
        };
    }

    private static IEnumerable<Standing> OfCollective(Deed deed, Standing s)
    {
        if (s is not { Status: ReviewProposalStatus.AwaitingCollective, IsInDossier: true, IsWithdrawalAsked: false })
        {
            return [];
        }

        var passed = s with { Status = ReviewProposalStatus.PassedByCollective };
        return deed.Action switch
        {
            "Pass" or "PassWithChange" => [passed with { HasSuggestions = true }, passed with { HasSuggestions = false }],
            "ReturnToLead" => [s with { Status = ReviewProposalStatus.Returned }],
            "ReturnToLeader" => [s with { Status = ReviewProposalStatus.AwaitingLeaderInCharge }],
            "NotPass" => [s with { Status = ReviewProposalStatus.NotPassed, HasSuggestions = false }],
            _ => [],
        };
    }

    private static IEnumerable<Standing> OfStandingCommittee(Deed deed, Standing s) => (deed.Form, s.Status) switch
    {
        ("review-sent", ReviewProposalStatus.PassedByCollective) when s is { IsSent: false, IsInDossier: true } =>
            [s with { IsSent = true, Status = ReviewProposalStatus.SubmittedToStandingCommittee }],
        ("review-outcome", ReviewProposalStatus.SubmittedToStandingCommittee) => Decided(s),
        ("review-release", ReviewProposalStatus.DecidedByStandingCommittee) when s.NeedsRelease => [s with { NeedsRelease = false }],
        ("review-issue", ReviewProposalStatus.DecidedByStandingCommittee) => [s with { Status = ReviewProposalStatus.Issued }],
        _ => [],
    };

    private static IEnumerable<Standing> Decided(Standing s)
    {
        var decided = s with { Status = ReviewProposalStatus.DecidedByStandingCommittee };
        return
        [
            decided with { HasIssued = true, NeedsRelease = true }, decided with { HasIssued = true, NeedsRelease = false },
            decided with { HasIssued = false, NeedsRelease = true }, decided with { HasIssued = false, NeedsRelease = false },
        ];
    }

    private static IEnumerable<Standing> AtTheUnit(Deed deed, Standing s) => (deed.Form, s.Status) switch
    {
        ("review-conference", _) when AwaitsConference(s) => [s with { Status = ReviewProposalStatus.Monitoring }],
        ("review-postponed", _) when AwaitsConference(s) => [s],
        ("review-advice" or "review-advice-adhoc", ReviewProposalStatus.Monitoring) =>
            [s with { IsAdvised = true, HasRemedies = true }, s with { IsAdvised = true, HasRemedies = false }],
        ("review-conclusion", ReviewProposalStatus.Monitoring) =>
            [deed.Action == "Conclude" ? s with { Status = ReviewProposalStatus.Concluded } : s with { IsAdviceAgreed = false }],
        ("review-rating", ReviewProposalStatus.Concluded) => [s with { IsRated = true }],
        ("review-rating", ReviewProposalStatus.NotPassed) =>
            [s with { IsRated = true, HasRemedies = true }, s with { IsRated = true, HasRemedies = false }],
        ("review-remedies", ReviewProposalStatus.Concluded or ReviewProposalStatus.NotPassed) =>
            [deed.Action == "Followed" ? s : s with { HasRemedies = false }],
        _ => [],
    };

    private static bool AwaitsConference(Standing s) => s.Status switch
    {
        ReviewProposalStatus.SubmittedToStandingCommittee => !s.HasSuggestions,
        ReviewProposalStatus.DecidedByStandingCommittee => !s.HasIssued,
        ReviewProposalStatus.Issued => true,
        _ => false,
    };
}
