using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Feedback;
using Portal.Workflows.Runtime;

namespace Portal.Workflows.Processes.Feedback.Steps;

/// <summary>What was accepted stands in the draft of a revision.</summary>
internal sealed class IncludeFeedback()
    : Step<RegulationFeedback, RevisionInput>(FeedbackForms.Include, new RevisionInputRules(), "Include")
{
    protected override Result Do(RevisionInput input, StepContext<RegulationFeedback> at) => at.Subject.Include(input, at.Context);

    protected override StepEffect CameOfIt(RevisionInput input, StepContext<RegulationFeedback> at) =>
        Tell(NotificationKind.Changed, "initiator") with { Files = input.Files ?? [] };
}
