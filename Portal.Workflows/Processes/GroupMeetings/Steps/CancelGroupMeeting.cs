using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.GroupMeetings;
using Portal.Workflows.Runtime;

namespace Portal.Workflows.Processes.GroupMeetings.Steps;

/// <summary>It does not take place.</summary>
internal sealed class CancelGroupMeeting()
    : Step<GroupMeeting, ReasonInput>(CaseForms.ReasonOnly, new ReasonValidator(), "CallOff")
{
    protected override Result Do(ReasonInput input, StepContext<GroupMeeting> at) => at.Subject.Cancel(at.Context);

    protected override StepEffect CameOfIt(ReasonInput input, StepContext<GroupMeeting> at) => Tell(NotificationKind.Cancelled, "invited");
}
