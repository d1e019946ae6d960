using Portal.Domain.Common;
using Portal.Domain.GroupMeetings;

namespace Portal.Workflows.Processes.GroupMeetings.Steps;

/// <summary>Another day, hour or place.</summary>
internal sealed class MoveGroupMeeting()
    : Step<GroupMeeting, GroupMeetingMoveInput>(GroupMeetingForms.Move, new GroupMeetingMoveRules(), "MoveDay")
{
    protected override Result Do(GroupMeetingMoveInput input, StepContext<GroupMeeting> at) => at.Subject.Move(input, at.Context);
}
