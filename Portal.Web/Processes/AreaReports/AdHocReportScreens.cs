using Portal.Domain.AreaReports;
using Portal.Domain.Cases;
using Portal.Web.Operations.Tasks;

namespace Portal.Web.Processes.AreaReports;

/// <summary>S-02, ad hoc reports, on the pages of cases.</summary>
public sealed class AdHocReportScreens : ProcessScreens
{
    public override IReadOnlyList<string> ProcessKeys => [AdHocReport.ProcessKey];

    public override bool UnfoldsWhatWasSent(TaskView task) => true;

    public override IEnumerable<string> Flags(ICaseSubject subject) => ((AdHocReport)subject).IsLate ? ["lateReport"] : [];
}
