using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Organisation;
using Portal.Domain.ReportItems;

namespace Portal.Domain.GroupMeetings;

/// <summary>
/// Họp nhóm (Đ7.B.2): called and recorded by the lead. What it made of open items goes into their history, shortcomings that the leader is
/// to know of become items, and what it gave out is done by whom it was given to (Đ7.B.1).
/// </summary>
public sealed partial class GroupMeeting : ICaseSubject
{
    public const string ProcessKey = "group-meeting";

    /// <summary>Hours that a meeting takes, where nobody said how long.</summary>
    private const int UsualHours = 2;

    private readonly List<GroupTask> _tasks = [];

    private GroupMeeting()
    {
    }

    public Guid CaseId { get; private init; }

    public string GroupId { get; private init; } = "";

    public DateTime StartsAt { get; private set; }

    public DateTime EndsAt { get; private set; }

    public GroupMeetingInput Call { get; private set; } = new();

    /// <summary>Null before it was recorded.</summary>
    public GroupMinutesInput? Minutes { get; private set; }

    /// <summary>Who recorded it; empty before anybody has.</summary>
    public string RecordedById { get; private set; } = "";

    public IReadOnlyList<GroupTask> Tasks => _tasks;

    public GroupMeetingStatus Status { get; private set; }

    public int Version { get; private set; }

    public CaseState CaseState => Status switch
    {
        GroupMeetingStatus.Closed => CaseState.Closed,
        GroupMeetingStatus.Cancelled => CaseState.Cancelled,
        _ => CaseState.Open,
    };

    /// <summary>Who was there; before it is recorded, who is to come.</summary>
    public IReadOnlyList<string> People => Minutes?.AttendedIds ?? Call.InvitedIds ?? [];

    /// <summary>By the lead of the group; also of a meeting that has begun or is over.</summary>
    public static Result<GroupMeeting> CallTogether(Guid caseId, GroupMeetingInput input, CaseContext context)
    {
        if (context.WhyNotSomebody() is { } nobody)
        {
            return nobody;
        }

        var group = input.GroupId ?? "";
        if (!context.IsFor(context.Directory.LeadOf(group, context.Today)))
        {
            return Refusal.Invalid([new FieldError("groupId", GroupMeetingRefusals.OnlyLead.Code, "Đ7.B.2")]);
        }

        var unknown = Unknown(input.InvitedIds, "invitedIds", context).ToList();
        if (unknown.Count > 0)
        {
            return Refusal.Invalid(unknown);
        }

        var made = new GroupMeeting { CaseId = caseId, GroupId = group, Call = input };
        made.TakePlace(input.StartsAt!.Value, input.EndsAt);
        made.Version = 1;
        return made;
    }

    public Result Move(GroupMeetingMoveInput input, CaseContext context)
    {
        if (WhyNotByLead(GroupMeetingStatus.Called, context) is { } refusal)
        {
            return refusal;
        }

        Call = Call with
        {
            StartsAt = input.StartsAt,
            EndsAt = input.EndsAt,
            Place = string.IsNullOrWhiteSpace(input.Place) ? Call.Place : input.Place,
        };
        TakePlace(input.StartsAt!.Value, input.EndsAt);
        return Done();
    }

    public Result Cancel(CaseContext context)
    {
        if (WhyNotByLead(GroupMeetingStatus.Called, context) is { } refusal)
        {
            return refusal;
        }

        Status = GroupMeetingStatus.Cancelled;
        return Done();
    }

    /// <summary>
    /// The minutes. Items that were spoken of are moved on; what is to be told to the leader becomes one (<see cref="Items"/>).
    /// </summary>
    /// <param name="known">The items that the minutes name, as they stand.</param>
    /// <param name="number">The case's number, which the items' history names.</param>
    public Result Record(GroupMinutesInput input, IReadOnlyCollection<ReportItem> known, string number, CaseContext context)
    {
        var refusal = WhyNotByLead(GroupMeetingStatus.Called, context)
            ?? (context.Now < StartsAt ? GroupMeetingRefusals.NotYetHeld : null);
        if (refusal is not null)
        {
            return refusal;
        }

        var minutes = AsKept(input, known);
        var errors = WhatIsWrong(input, minutes, known, context).ToList();
        if (errors.Count > 0)
        {
            return Refusal.Invalid(errors);
        }

        foreach (var row in minutes.Recommendations ?? [])
        {
            MoveOn(known.First(k => k.Id == row.ItemId), row, number, context);
        }

        (Minutes, RecordedById, Status) = (minutes, context.Actor.PersonId, GroupMeetingStatus.UnderWay);
        _tasks.AddRange((minutes.Tasks ?? []).Select(
            (t, i) => new GroupTask(i + 1, t.Content ?? "", t.AssigneeId!, t.Due!.Value)));
        return Done();
    }

    /// <summary>What was given out is done with: nobody has work from it any more.</summary>
    public Result Close()
    {
        if (Status != GroupMeetingStatus.UnderWay)
        {
            return CommonRefusals.NotInThisState(Status);
        }

        if (_tasks.Exists(t => t.State == GroupTaskState.Open))
        {
            return GroupMeetingRefusals.TasksOpen;
        }

        Status = GroupMeetingStatus.Closed;
        return Done();
    }

    private bool IsLead(CaseContext context) => context.IsFor(context.Directory.LeadOf(GroupId, context.Today));

    private Refusal? WhyNotByLead(GroupMeetingStatus status, CaseContext context)
    {
        if (Status != status)
        {
            return CommonRefusals.NotInThisState(Status);
        }

        return context.WhyNotSomebody() ?? (IsLead(context) ? null : GroupMeetingRefusals.OnlyLead);
    }

    private void TakePlace(DateTime starts, DateTime? ends)
    {
        StartsAt = VietnamTime.ToUtc(starts);
        EndsAt = ends is { } end ? VietnamTime.ToUtc(end) : StartsAt.AddHours(UsualHours);
    }

    private Result Done()
    {
        Version++;
        return Result.Ok;
    }

    private static IEnumerable<FieldError> Unknown(string[]? people, string path, CaseContext context) =>
        (people ?? []).Where(p => context.Directory.Person(p) is not { } person || !person.IsValidOn(context.Today))
            .Select(p => new FieldError(path, "Common.UnknownPerson", null, p));
}
