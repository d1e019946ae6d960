using Portal.Domain.Common;
using Portal.Domain.Reviews;

namespace Portal.Workflows.Processes.Reviews.Steps;

/// <summary>Step 13: the unit has held its review.</summary>
internal sealed class HoldConference() : Step<ReviewProposal, ConferenceInput>(ReviewForms.Conference, new ConferenceValidator(), "Held")
{
    protected override Result Do(ConferenceInput input, StepContext<ReviewProposal> at) => at.Subject.HoldConference(input, at.Context);
}
