using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Reviews;
using Portal.Workflows.Runtime;

namespace Portal.Workflows.Processes.Reviews.Steps;

/// <summary>F17, step 11: what the Standing Committee decided on every suggestion that was submitted.</summary>
internal sealed class RecordOutcome() : Step<ReviewProposal, OutcomeInput>(ReviewForms.Outcome, new OutcomeValidator(), "Recorded")
{
    protected override Result Do(OutcomeInput input, StepContext<ReviewProposal> at) => at.Subject.RecordOutcome(input, at.Context);

    // E-R9: the group learns of it as far as the head lets it.
    protected override StepEffect CameOfIt(OutcomeInput input, StepContext<ReviewProposal> at)
    {
        var released = input.ReleasedToGroup ?? !at.Subject.NeedsRelease;
        string[] who = released ? ["groupLead", "leaderInCharge"] : ["leaderInCharge"];
        return Tell(NotificationKind.Decision, who) with { Sensitivity = released ? Sensitivity.Normal : Sensitivity.Leaders };
    }
}
