using Portal.Domain.AreaReports;
using Portal.Domain.Common;

namespace Portal.Workflows.Processes.AreaReports.Steps;

/// <summary>The lead sends on what a member wrote.</summary>
internal sealed class ForwardAdHocReport() : PlainStep<AdHocReport>("Forward")
{
    protected override Result Do(StepContext<AdHocReport> at) => at.Subject.Forward(at.Context);
}
