using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Reviews;
using Portal.Workflows.Runtime;

namespace Portal.Workflows.Processes.Reviews.Steps;

/// <summary>Step 12: the suggestions went to the unit.</summary>
internal sealed class RecordIssue() : Step<ReviewProposal, IssueInput>(ReviewForms.Issue, new IssueValidator(), "Issued")
{
    protected override Result Do(IssueInput input, StepContext<ReviewProposal> at) => at.Subject.RecordIssue(input, at.Context);

    protected override StepEffect CameOfIt(IssueInput input, StepContext<ReviewProposal> at) => Tell(NotificationKind.Changed, "groupLead");
}
