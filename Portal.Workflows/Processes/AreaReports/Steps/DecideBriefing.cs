using Portal.Domain.AreaReports;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Workflows.Runtime;

namespace Portal.Workflows.Processes.AreaReports.Steps;

/// <summary>What the leader says of a briefing: it will do, or something is to be changed. One verb each.</summary>
internal sealed class DecideBriefing(string outcome, OpinionDemand demand, Func<AreaBriefing, CaseContext, Result> verb)
    : Step<AreaBriefing, LeaderOpinionInput>(CaseForms.Opinion, new LeaderOpinionValidator(demand), outcome)
{
    protected override Result Do(LeaderOpinionInput input, StepContext<AreaBriefing> at) => verb(at.Subject, at.Context);

    protected override StepEffect CameOfIt(LeaderOpinionInput input, StepContext<AreaBriefing> at) =>
        Decided(input.Opinion, "groupLead") with { Sensitivity = Sensitivity.Restricted };
}
