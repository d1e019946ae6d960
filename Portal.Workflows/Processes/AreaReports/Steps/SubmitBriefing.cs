using Portal.Domain.AreaReports;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Workflows.Runtime;

namespace Portal.Workflows.Processes.AreaReports.Steps;

/// <summary>The lead sends the briefing to the leader.</summary>
internal sealed class SubmitBriefing()
    : Step<AreaBriefing, BriefingDraftInput>(AreaBriefingForms.Draft, new BriefingDraftRules(), "Submit")
{
    protected override Result Do(BriefingDraftInput input, StepContext<AreaBriefing> at) => at.Subject.Submit(at.Context);

    protected override StepEffect CameOfIt(BriefingDraftInput input, StepContext<AreaBriefing> at) =>
        new() { Sensitivity = Sensitivity.Restricted, Files = input.Files ?? [] };
}
