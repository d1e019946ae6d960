using System.Text.Json.Nodes;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Reviews;
using Portal.Workflows.Processes.Reviews.Steps;
using Portal.Workflows.Proving;
using Portal.Workflows.Runtime.Openings;

namespace Portal.Workflows.Processes.Reviews;

/// <summary>6.2: one area, out of turn; no rating.</summary>
public sealed class AdHocReviewProcess() : ReviewProposalProcess(
    ReviewProposal.AdHocProcessKey, ReviewForms.OfAdHoc, new StartAdHocReview())
{
    public override Conduct Conduct { get; } = new ReviewProposalConduct(isAdHoc: true);

    public override IReadOnlyDictionary<string, string> MandatoryRules { get; } = new Dictionary<string, string>
    {
        ["R-REV-01"] = "Đ7.B.4",
        ["R-REV-03"] = "Đ5.6",
    };

    public override IReadOnlyList<Opening> Openings { get; } = [new OpenedByHand(WhyNot, Place)];

    private static Refusal? WhyNot(CaseContext context) =>
        context.Directory.IsLeader(context.Actor.PersonId, context.Today) || Led(context).Any()
            ? null
            : ReviewProposalRefusals.OnlyLeadsAndLeaders;

    /// <summary>A lead for areas of the own group, a leader for those in one's charge, the head for any.</summary>
    private static Result<CasePlace> Place(JsonObject form, CaseContext context)
    {
        var area = form["areaId"] is JsonValue v && v.TryGetValue<string>(out var id) ? id : "";
        var (me, today, directory) = (context.Actor.PersonId, context.Today, context.Directory);
        if (directory.GroupOfArea(area, today) is not { } group)
        {
            return Refusal.Invalid([new FieldError("areaId", "Common.Required", "Đ5.6")]);
        }

        return Led(context).Contains(group) || directory.Head(today) == me || directory.LeaderInCharge(area, group, today) == me
            ? new CasePlace(group, [area])
                : Refusal.Invalid([new FieldError("areaId", "Review.AreaNotYours", "Đ5.6", directory.AreaName(area))]);
    }

    private static IEnumerable<string> Led(CaseContext context) =>
        context.Directory.GroupsOf(context.Actor.PersonId, context.Today)
            .Where(g => context.Directory.LeadOf(g, context.Today) == context.Actor.PersonId);
}
