using Portal.Domain.Cases;
using Portal.Domain.FieldTrips;
using Portal.Workflows.Runtime;

namespace Portal.Workflows.Processes.FieldTrips.Steps;

/// <summary>Step 5: what a leader says to a notice.</summary>
internal abstract class OpinionOnNotice(OpinionDemand demand, string outcome) : Step<FieldTrip, LeaderOpinionInput>(
    CaseForms.Opinion, new LeaderOpinionValidator(demand), outcome)
{
    protected override StepEffect CameOfIt(LeaderOpinionInput input, StepContext<FieldTrip> at) =>
        Decided(input.Opinion, "initiator", "tripLeader", "participants");
}
