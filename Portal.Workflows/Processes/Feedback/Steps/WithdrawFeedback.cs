using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Feedback;

namespace Portal.Workflows.Processes.Feedback.Steps;

/// <summary>Its author takes it back.</summary>
internal sealed class WithdrawFeedback() : Step<RegulationFeedback, ReasonInput>(CaseForms.ReasonOnly, new ReasonValidator(), "Withdraw")
{
    protected override Result Do(ReasonInput input, StepContext<RegulationFeedback> at) => at.Subject.Withdraw(at.Context);
}
