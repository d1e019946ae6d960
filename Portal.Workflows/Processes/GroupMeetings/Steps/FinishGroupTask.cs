using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.GroupMeetings;
using Portal.Workflows.Runtime;

namespace Portal.Workflows.Processes.GroupMeetings.Steps;

/// <summary>Who was given the work says what came of it.</summary>
internal sealed class FinishGroupTask()
    : Step<GroupMeeting, GroupTaskResultInput>(GroupMeetingForms.TaskResult, new GroupTaskResultRules(), "FinishWork")
{
    protected override Result Do(GroupTaskResultInput input, StepContext<GroupMeeting> at) =>
        at.Subject.Finish(GroupMeetingProcess.NumberOf(at.Item), at.Context);

    protected override StepEffect CameOfIt(GroupTaskResultInput input, StepContext<GroupMeeting> at) =>
        Tell(NotificationKind.Changed, "groupLead") with { Files = input.Files ?? [] };
}
