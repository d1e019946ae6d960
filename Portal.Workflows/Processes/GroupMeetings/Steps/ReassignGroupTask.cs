using Portal.Domain.Common;
using Portal.Domain.GroupMeetings;

namespace Portal.Workflows.Processes.GroupMeetings.Steps;

/// <summary>The lead gives the work to another member, or until another day.</summary>
internal sealed class ReassignGroupTask()
    : Step<GroupMeeting, GroupTaskChangeInput>(GroupMeetingForms.TaskChange, new GroupTaskChangeRules(), "ReassignWork")
{
    protected override Result Do(GroupTaskChangeInput input, StepContext<GroupMeeting> at) =>
        at.Subject.Change(GroupMeetingProcess.NumberOf(at.Item), input, at.Context);
}
