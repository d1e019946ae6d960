using System.Text.Json.Nodes;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Reviews;
using Portal.Workflows.Proving;
using Portal.Workflows.Runtime;
using Portal.Workflows.Runtime.Openings;

namespace Portal.Workflows.Processes.Reviews;

/// <summary>One area of an annual cycle; dispatched by the cycle, never started by hand.</summary>
public sealed class AreaReviewProcess() : ReviewProposalProcess(ReviewProposal.AreaProcessKey, ReviewForms.OfArea)
{
    public override IReadOnlyDictionary<string, string> MandatoryRules { get; } = new Dictionary<string, string>
    {
        ["R-REV-01"] = "Đ7.B.4",
        ["R-REV-03"] = "Đ5.6",
        ["R-REV-07"] = "Đ7.B.4",
    };

    public override Conduct Conduct { get; } = new ReviewProposalConduct(isAdHoc: false);

    /// <summary>One for each area, by the annual cycle.</summary>
    public override IReadOnlyList<Opening> Openings { get; } =
        [new OpenedByDispatch(ForArea) { InsteadOfByHand = ReviewProposalRefusals.OpenedByCycle }];

    public override Result FollowEvent(string name, Turn turn, CaseFile parent) => name switch
    {
        "ReviewAgain" => Proposal(turn).LookAgain(turn.Context),
        "DossierSubmitted" => Proposal(turn).EnterDossier(turn.Context),
        "SentToStandingCommittee" when parent.Subject is ReviewCycle { Sent: { } sent } => Proposal(turn).MarkSent(sent, turn.Context),
        _ => Result.Ok,
    };

    private static NewCase? ForArea(JsonNode? item, CaseFile parent, CaseContext context) =>
        parent.Subject is ReviewCycle cycle && item?.ToString() is { } area
            && context.Directory.GroupOfArea(area, cycle.Content.ReferenceDate!.Value) is { } group
                ? new NewCase(new CasePlace(group, [area]), id => ReviewProposal.InCycle(id, cycle, area, group, context))
                : null;
}
