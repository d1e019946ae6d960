using Portal.Domain.Common;
using Portal.Domain.Feedback;
using Portal.Workflows.Runtime;

namespace Portal.Workflows.Processes.Feedback.Steps;

/// <summary>Đ13.3: a difficulty is reported and an amendment proposed.</summary>
internal sealed class SubmitFeedback() : Step<RegulationFeedback, FeedbackInput>(FeedbackForms.Submit, new FeedbackInputRules(), "Submit")
{
    protected override Result Do(FeedbackInput input, StepContext<RegulationFeedback> at)
    {
        var made = RegulationFeedback.Submit(at.File.Case.Id, input, at.Context);
        if (made.IsSuccess)
        {
            at.File.Subject = made.Value;
        }

        return made;
    }

    protected override StepEffect CameOfIt(FeedbackInput input, StepContext<RegulationFeedback> at) => new() { Files = input.Files ?? [] };
}
