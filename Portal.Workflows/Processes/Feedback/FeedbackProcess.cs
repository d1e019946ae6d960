using System.Text.Json.Nodes;
using Portal.Domain.Common;
using Portal.Domain.Feedback;
using Portal.Workflows.Processes.Feedback.Steps;
using Portal.Workflows.Proving;
using Portal.Workflows.Runtime;
using Portal.Workflows.Runtime.Openings;

namespace Portal.Workflows.Processes.Feedback;

/// <summary>S-12, góp ý Quy chế: ties the steps of <c>regulation-feedback.json</c> to <see cref="RegulationFeedback"/>.</summary>
public sealed class FeedbackProcess() : Process<RegulationFeedback>(
    RegulationFeedback.ProcessKey, "GQ", FeedbackForms.All,
    [new SubmitFeedback(), new ConsiderFeedback(), new AcceptFeedback(), new RejectFeedback(), new IncludeFeedback(),
        new WithdrawFeedback()])
{
    public override Conduct Conduct { get; } = new FeedbackConduct();

    /// <summary>By anyone on the staff; of no group.</summary>
    public override IReadOnlyList<Opening> Openings { get; } =
        [new OpenedByHand(context => context.WhyNotSomebody(), (_, _) => new CasePlace("", []))];

    public override IReadOnlyDictionary<string, JsonNode?> Facts(Turn turn)
    {
        if (SubjectOf(turn) is not { } feedback)
        {
            return new Dictionary<string, JsonNode?>();
        }

        return new Dictionary<string, JsonNode?> { ["Status"] = feedback.Status.ToString(), ["Clause"] = feedback.Clause };
    }

    /// <summary>X-08: nobody considers or decides on their own feedback.</summary>
    public override IEnumerable<string> Interested(Turn turn) => [SubjectOf(turn)?.AuthorId ?? turn.Case.InitiatorId];

    public override CaseDescription Describe(Turn turn)
    {
        var feedback = (RegulationFeedback)turn.File.Subject!;
        return new CaseDescription(
            LocalText.Of("title.regulation-feedback", feedback.Clause.TrimStart('Đ')), feedback.Status.ToString(), feedback.CaseState);
    }
}
