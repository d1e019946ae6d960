using Portal.Domain.Common;
using Portal.Domain.Reviews;
using Portal.Workflows.Runtime;

namespace Portal.Workflows.Processes.Reviews.Steps;

/// <summary>
/// Step 9, out of turn: it is passed by whom <c>Rev.AdHocDecider</c> names. Where that is the head alone, there is no meeting to tell of.
/// </summary>
internal sealed class PassAdHocProposal : IStep
{
    private readonly PassProposal<AdHocCollectiveInput> _byCollective =
        new(ReviewForms.AdHocCollective, new DecisionValidator<AdHocCollectiveInput>(opinionRequired: false));

    private readonly PassProposal<AdHocCollectiveInput> _byHead =
        new(ReviewForms.AdHocCollective, new DecisionValidator<AdHocCollectiveInput>(opinionRequired: false, decides: false));

    public string? FormKey => _byCollective.FormKey;

    public IReadOnlyList<string> Outcomes => _byCollective.Outcomes;

    public Result<StepEffect> Take(StepAnswer answer, Turn turn) =>
        (turn.Context.Settings.Text("Rev.AdHocDecider") == "HEAD" ? _byHead : _byCollective).Take(answer, turn);
}
