using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.GroupMeetings;
using Portal.Workflows.Runtime;

namespace Portal.Workflows.Processes.GroupMeetings.Steps;

/// <summary>The lead says that the work need not be done.</summary>
internal sealed class DropGroupTask() : Step<GroupMeeting, ReasonInput>(CaseForms.ReasonOnly, new ReasonValidator(), "DropWork")
{
    protected override Result Do(ReasonInput input, StepContext<GroupMeeting> at) =>
        at.Subject.Drop(GroupMeetingProcess.NumberOf(at.Item), at.Context);

    protected override StepEffect CameOfIt(ReasonInput input, StepContext<GroupMeeting> at) =>
        Tell(NotificationKind.Cancelled, GroupMeetingProcess.Assignee);
}
