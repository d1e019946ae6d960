using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Reviews;
using Portal.Workflows.Runtime;

namespace Portal.Workflows.Processes.Reviews.Steps;

/// <summary>Step 10: the dossier went to the Standing Committee.</summary>
internal sealed class SendDossier() : Step<ReviewCycle, SubmissionSentInput>(ReviewForms.Sent, new SubmissionSentValidator(), "Sent")
{
    protected override Result Do(SubmissionSentInput input, StepContext<ReviewCycle> at) =>
        at.Subject.MarkSent(input, ReviewCycleProcess.Proposals(at.Turn), at.Context);

    protected override StepEffect CameOfIt(SubmissionSentInput input, StepContext<ReviewCycle> at) =>
        Tell(NotificationKind.Changed, "head");
}
