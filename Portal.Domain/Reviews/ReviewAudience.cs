using Portal.Domain.Cases;

namespace Portal.Domain.Reviews;

/// <summary>
/// Section 13, P3: the coordinator reads from the beginning, the leaders once a proposal lies before the collective. A department
/// that is asked about a proposal reads the part on collectives and the rating; the records office nothing but what it enters.
/// </summary>
public sealed class ReviewAudience : IAudienceSource
{
    // Until then a proposal is between the group and its leader, and a cycle the head's.
    private static readonly string[] BeforeCollective =
    [
        nameof(ReviewProposalStatus.NotStarted), nameof(ReviewProposalStatus.CollectingInputs), nameof(ReviewProposalStatus.Drafting),
        nameof(ReviewProposalStatus.InConsultation), nameof(ReviewProposalStatus.Finalizing),
        nameof(ReviewProposalStatus.AwaitingLeaderInCharge), nameof(ReviewProposalStatus.Returned),
        nameof(ReviewProposalStatus.Withdrawn), nameof(ReviewCycleStatus.Draft), nameof(ReviewCycleStatus.AwaitingHead),
    ];

    /// <summary>E-R9: that there is something to be released is for those who release it.</summary>
    public static IReadOnlyList<string> DiscreetSteps { get; } = ["release"];

    public Audience Audience { get; } = new([ReviewCycle.ProcessKey, ReviewProposal.AreaProcessKey, ReviewProposal.AdHocProcessKey])
    {
        Readers =
        [
            new(AudienceOffice.Coordinator, [], ReadsRestricted: true),
            new(AudienceOffice.Leader, BeforeCollective, ReadsRestricted: true),
        ],
        Bars = [new(CasePersonKind.Assignee)],
        Excerpts =
        [
            new(AudienceOffice.Clerk, CasePersonKind.Assignee, []),
            // That there is nothing on collectives, and yet something, would tell of individuals (6.6, test 7).
            new(null, CasePersonKind.Assignee, [ReviewForms.Proposal.Key, ReviewForms.AdHocProposal.Key])
            {
                Without = ["noSuggestion", "noSuggestionReason"],
            },
        ],
        DiscreetSteps = DiscreetSteps,
    };
}
