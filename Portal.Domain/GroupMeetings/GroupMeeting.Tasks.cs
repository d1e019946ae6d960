using Portal.Domain.Cases;
using Portal.Domain.Common;

namespace Portal.Domain.GroupMeetings;

/// <content>What the meeting gave out (Đ7.B.1).</content>
public sealed partial class GroupMeeting
{
    public GroupTask? Task(int number) => _tasks.Find(t => t.Number == number);

    /// <summary>Who was given the work, or stands in for them, has done it.</summary>
    public Result Finish(int number, CaseContext context)
    {
        if (Task(number) is not { State: GroupTaskState.Open } task)
        {
            return GroupMeetingRefusals.NoOpenTask;
        }

        if ((context.WhyNotSomebody() ?? (context.IsFor(task.AssigneeId) ? null : GroupMeetingRefusals.OnlyAssignee)) is { } refusal)
        {
            return refusal;
        }

        return Put(task with { State = GroupTaskState.Done });
    }

    /// <summary>The lead gives it to another member, or until another day.</summary>
    public Result Change(int number, GroupTaskChangeInput input, CaseContext context)
    {
        if (WhyNotOfLead(number, context) is { } refusal)
        {
            return refusal;
        }

        var errors = WrongTask(input.AssigneeId, input.Due, "", context).ToList();
        return errors.Count > 0
            ? Refusal.Invalid(errors)
            : Put(Task(number)! with { AssigneeId = input.AssigneeId!, Due = input.Due!.Value });
    }

    /// <summary>The lead says that it need not be done.</summary>
    public Result Drop(int number, CaseContext context) => WhyNotOfLead(number, context) is { } refusal
        ? refusal
        : Put(Task(number)! with { State = GroupTaskState.Dropped });

    private Refusal? WhyNotOfLead(int number, CaseContext context)
    {
        if (Task(number) is not { State: GroupTaskState.Open })
        {
            return GroupMeetingRefusals.NoOpenTask;
        }

        return context.WhyNotSomebody() ?? (IsLead(context) ? null : GroupMeetingRefusals.OnlyLead);
    }

    private Result Put(GroupTask task)
    {
        _tasks[_tasks.FindIndex(t => t.Number == task.Number)] = task;
        return Done();
    }
}
