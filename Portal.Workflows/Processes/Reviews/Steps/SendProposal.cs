using Portal.Domain.Common;
using Portal.Domain.Reviews;

namespace Portal.Workflows.Processes.Reviews.Steps;

/// <summary>Step 10, for what goes to the Standing Committee by itself.</summary>
internal sealed class SendProposal() : Step<ReviewProposal, SubmissionSentInput>(ReviewForms.Sent, new SubmissionSentValidator(), "Sent")
{
    protected override Result Do(SubmissionSentInput input, StepContext<ReviewProposal> at) => at.Subject.MarkSent(input, at.Context);
}
