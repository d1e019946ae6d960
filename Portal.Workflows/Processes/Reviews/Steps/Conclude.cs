using Portal.Domain.Common;
using Portal.Domain.Reviews;
using Portal.Workflows.Runtime;

namespace Portal.Workflows.Processes.Reviews.Steps;

/// <summary>Step 15: the leaders conclude on the advice.</summary>
internal sealed class Conclude() : Step<ReviewProposal, ConclusionInput>(
    ReviewForms.Conclusion, new ConclusionValidator(concludes: true), "Conclude")
{
    protected override Result Do(ConclusionInput input, StepContext<ReviewProposal> at) => at.Subject.Conclude(at.Context);

    protected override StepEffect CameOfIt(ConclusionInput input, StepContext<ReviewProposal> at) =>
        Decided(input.Opinion, "groupLead", "leaderInCharge");
}
