using Portal.Domain.AreaIssues;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Workflows.Runtime;

namespace Portal.Workflows.Processes.AreaIssues.Steps;

/// <summary>Đ5.3: a member reports it. R-RPT-04: the head, who has it then, is told at once.</summary>
internal sealed class ReportIssue() : Step<AreaIssue, IssueReportInput>(AreaIssueForms.Report, new IssueReportRules(), "Submit")
{
    protected override Result Do(IssueReportInput input, StepContext<AreaIssue> at)
    {
        var made = AreaIssue.Report(at.File.Case.Id, input, at.Context);
        if (made.IsSuccess)
        {
            at.File.Subject = made.Value;
        }

        return made;
    }

    // The lead is told, and the leader in charge of what the head has: of neither is anything asked.
    protected override StepEffect CameOfIt(IssueReportInput input, StepContext<AreaIssue> at) => new()
    {
        Sensitivity = Sensitivity.Restricted,
        Files = input.Files ?? [],
        Tell = Told(at.Subject),
    };

    private static (NotificationKind Kind, IReadOnlyList<string> Who)[] Told(AreaIssue issue)
    {
        List<string> who = issue.IsHeads && !issue.WithoutLeader
            ? ["leaderInCharge", "groupLead"]
            : ["groupLead"];
        return issue.GoesToHead
            ? [(NotificationKind.Changed, who), (NotificationKind.ForHead, ["head"])]
            : [(NotificationKind.Changed, who)];
    }
}
