using Portal.Domain.Common;
using Portal.Domain.Feedback;

namespace Portal.Workflows.Processes.Feedback.Steps;

/// <summary>Whoever follows the Regulation says what to think of it.</summary>
internal sealed class ConsiderFeedback()
    : Step<RegulationFeedback, AssessmentInput>(FeedbackForms.Assess, new AssessmentInputRules(), "Consider")
{
    protected override Result Do(AssessmentInput input, StepContext<RegulationFeedback> at) => at.Subject.Consider(input, at.Context);
}
