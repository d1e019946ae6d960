using Portal.Domain.AreaReports;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Workflows.Runtime;

namespace Portal.Workflows.Processes.AreaReports.Steps;

/// <summary>Đ5.5: a leader asks for a briefing, or the lead offers one.</summary>
internal sealed class RequestBriefing()
    : Step<AreaBriefing, BriefingRequestInput>(AreaBriefingForms.Request, new BriefingRequestRules(), "Submit")
{
    protected override Result Do(BriefingRequestInput input, StepContext<AreaBriefing> at)
    {
        var made = AreaBriefing.Request(at.File.Case.Id, input, at.Context);
        if (made.IsSuccess)
        {
            at.File.Subject = made.Value;
        }

        return made;
    }

    protected override StepEffect CameOfIt(BriefingRequestInput input, StepContext<AreaBriefing> at) =>
        new() { Sensitivity = Sensitivity.Restricted };
}
