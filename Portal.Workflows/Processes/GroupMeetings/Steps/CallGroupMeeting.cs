using Portal.Domain.Common;
using Portal.Domain.GroupMeetings;
using Portal.Workflows.Runtime;

namespace Portal.Workflows.Processes.GroupMeetings.Steps;

/// <summary>The lead calls the group together.</summary>
internal sealed class CallGroupMeeting()
    : Step<GroupMeeting, GroupMeetingInput>(GroupMeetingForms.Call, new GroupMeetingRules(), "Submit")
{
    protected override Result Do(GroupMeetingInput input, StepContext<GroupMeeting> at)
    {
        if (at.Existing is { } meeting)
        {
            return CommonRefusals.NotInThisState(meeting.Status);
        }

        var made = GroupMeeting.CallTogether(at.File.Case.Id, input, at.Context);
        if (made.IsSuccess)
        {
            at.File.Subject = made.Value;
        }

        return made;
    }

    protected override StepEffect CameOfIt(GroupMeetingInput input, StepContext<GroupMeeting> at) => new() { Files = input.Files ?? [] };
}
