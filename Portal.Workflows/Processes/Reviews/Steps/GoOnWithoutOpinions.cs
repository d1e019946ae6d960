using Portal.Domain.Common;
using Portal.Domain.Reviews;

namespace Portal.Workflows.Processes.Reviews.Steps;

/// <summary>E-R2: time is over and the lead goes on; who has not answered is marked.</summary>
internal sealed class GoOnWithoutOpinions() : PlainStep<ReviewProposal>("GoOn")
{
    protected override Result Do(StepContext<ReviewProposal> at) => at.Subject.GoOn(at.Context);
}
