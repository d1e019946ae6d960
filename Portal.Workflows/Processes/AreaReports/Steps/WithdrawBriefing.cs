using Portal.Domain.AreaReports;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Workflows.Runtime;

namespace Portal.Workflows.Processes.AreaReports.Steps;

/// <summary>Who asked for a briefing does not need it any more.</summary>
internal sealed class WithdrawBriefing() : Step<AreaBriefing, ReasonInput>(CaseForms.ReasonOnly, new ReasonValidator(), "Withdraw")
{
    protected override Result Do(ReasonInput input, StepContext<AreaBriefing> at) => at.Subject.Withdraw(at.Context);

    protected override StepEffect CameOfIt(ReasonInput input, StepContext<AreaBriefing> at) =>
        Tell(NotificationKind.Changed, "groupLead") with { Sensitivity = Sensitivity.Restricted };
}
