using Portal.Domain.Cases;
using Portal.Domain.FieldTrips;
using Portal.Workflows.Runtime;

namespace Portal.Workflows.Processes.FieldTrips.Steps;

/// <summary>What the leader who was told says to the oral report afterwards (E-T3).</summary>
internal abstract class AnswerToOralReport(bool reasonRequired, string outcome) : Step<FieldTrip, ReasonInput>(
    CaseForms.ReasonOnly, new ReasonValidator(reasonRequired), outcome)
{
    protected override StepEffect CameOfIt(ReasonInput input, StepContext<FieldTrip> at) =>
        Decided(input.Reason, "groupLead", "tripLeader");
}
