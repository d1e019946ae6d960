using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Reviews;
using Portal.Workflows.Runtime;

namespace Portal.Workflows.Processes.Reviews.Steps;

/// <summary>The step of this area that is under way gets another day: by the coordinator or the head, with a reason.</summary>
internal sealed class ExtendStepOfArea() : Step<ReviewProposal, ExtensionInput>(CaseForms.Extension, new ExtensionValidator(), "Extend")
{
    protected override Result Do(ExtensionInput input, StepContext<ReviewProposal> at) => at.Subject.Extend(input, at.Context);

    protected override StepEffect CameOfIt(ExtensionInput input, StepContext<ReviewProposal> at) => Decided(input.Reason);
}
