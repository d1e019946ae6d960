using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Forms;

namespace Portal.Domain.FollowUps;

/// <summary>
/// What was done with an area or a counterpart, noted once: by a member of the group, or by a case that came to its end. What is still to
/// come of it has a day; it is settled with what came of it, or cancelled with the reason, and never changed or deleted.
/// </summary>
public abstract class FollowedRecord
{
    private protected FollowedRecord()
    {
    }

    private protected FollowedRecord(IFollowedInput input, DateTime at, FollowedOrigin origin, CaseContext context)
    {
        (SourceCaseId, SourceIndex, GroupId, AuthorId) = (origin.CaseId, origin.Index, origin.GroupId, origin.AuthorId);
        (At, AreaId, Domain) = (at, input.AreaId ?? "", input.Domain ?? "");
        (FollowUp, FollowUpDue) = (input.FollowUp ?? "", input.FollowUpDue);
        Sensitivity = input.ConcernsPersonnel == true || origin.IsRestricted ? Sensitivity.Restricted : Sensitivity.Normal;
        Stub = input.IsStub() ? input.Secrecy?.Stub : null;
        State = FollowUpDue is null ? FollowedState.Noted : FollowedState.Open;
        (CreatedAt, Version) = (context.Now, 1);
    }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    /// <summary>The case that it came of; null where somebody noted it by itself.</summary>
    public Guid? SourceCaseId { get; private init; }

    /// <summary>With the case it keeps the record from being made twice; 0 without a case.</summary>
    public int SourceIndex { get; private init; }

    /// <summary>The area that it is about; empty where it is about none.</summary>
    public string AreaId { get; private init; } = "";

    public string GroupId { get; private init; } = "";

    /// <summary>When it took place, UTC.</summary>
    public DateTime At { get; private init; }

    /// <summary>Field of work (Đ2.2); empty where a case that it came of says none.</summary>
    public string Domain { get; private init; } = "";

    /// <summary>What is still to be done; empty for nothing, or where it is a state secret.</summary>
    public string FollowUp { get; private init; } = "";

    /// <summary>Until when; null where nothing is to be done.</summary>
    public DateOnly? FollowUpDue { get; private init; }

    public FollowedState State { get; private set; }

    /// <summary>What came of it, or why it was cancelled; empty before.</summary>
    public string Outcome { get; private set; } = "";

    /// <summary>Where these words are kept instead, when they are a state secret .</summary>
    public OffSystemStub? OutcomeStub { get; private set; }

    /// <summary>Who settled or cancelled it; null before.</summary>
    public string? EndedById { get; private set; }

    /// <summary>In whose place; null in one's own right.</summary>
    public string? EndedForId { get; private set; }

    public DateTime? EndedAt { get; private set; }

    /// <summary>Where its content is kept instead, when it is a state secret; null when it stands here.</summary>
    public OffSystemStub? Stub { get; private init; }

    public Sensitivity Sensitivity { get; private init; }

    public string AuthorId { get; private init; } = "";

    public DateTime CreatedAt { get; private init; }

    public int Version { get; private set; }

    /// <summary>What was still to be done is done.</summary>
    public Result Settle(FollowUpWordsInput input, CaseContext context) => End(FollowUpAct.Settle, FollowedState.Settled, input, context);

    /// <summary>It was noted in error; it stays where it is, and counts no more.</summary>
    public Result Cancel(FollowUpWordsInput input, CaseContext context) => End(FollowUpAct.Cancel, FollowedState.Cancelled, input, context);

    /// <summary>Null when the person may do it now, with the words that its form asks for.</summary>
    public Refusal? WhyNot(FollowUpAct act, CaseContext context)
    {
        if (State != FollowedState.Open && (act == FollowUpAct.Settle || State != FollowedState.Noted))
        {
            return FollowUpRefusals.NotInThisState(State);
        }

        return context.WhyNotSomebody() ?? act switch
        {
            FollowUpAct.Settle => IsWatcher(context) || IsLeader(context) ? null : FollowUpRefusals.OnlyWatchers,
            FollowUpAct.Cancel => IsAuthor(context) || IsLead(context) ? null : FollowUpRefusals.OnlyAuthor,
        };
    }

    /// <summary>The group that watches its area today, else the one that noted it.</summary>
    public string WatchingGroup(CaseContext context) =>
        (AreaId.Length == 0 ? null : context.Directory.GroupOfArea(TodaysArea(context), context.Today)) ?? GroupId;

    /// <summary>
    /// The group for which a person notes something: the one that watches the area today, without an area the person's own.
    /// </summary>
    private protected static Result<string> GroupFor(IFollowedInput input, CaseContext context)
    {
        if (context.WhyNotSomebody() is { } nobody)
        {
            return nobody;
        }

        if (input.FollowUpDue < context.Today)
        {
            return FollowUpRefusals.DuePast;
        }

        var (directory, today) = (context.Directory, context.Today);
        if (string.IsNullOrEmpty(input.AreaId))
        {
            return directory.GroupsOf(context.PrincipalId, today).FirstOrDefault() is { } own ? own : FollowUpRefusals.OnlyMembers;
        }

        return directory.GroupOfArea(input.AreaId, today) is { } group && directory.IsMember(group, context.PrincipalId, today)
            ? group
            : FollowUpRefusals.NotOwnArea(directory.AreaName(input.AreaId));
    }

    private Result End(FollowUpAct act, FollowedState to, FollowUpWordsInput input, CaseContext context)
    {
        if (WhyNot(act, context) is { } refusal)
        {
            return refusal;
        }

        (State, Outcome, OutcomeStub) = (to, input.Words ?? "", input.IsStub() ? input.Secrecy?.Stub : null);
        (EndedById, EndedForId, EndedAt) = (context.Actor.PersonId, context.ActingForId, context.Now);
        Version++;
        return Result.Ok;
    }

    private string TodaysArea(CaseContext context) => context.Directory.TodaysArea(AreaId, context.Today) ?? AreaId;

    private bool IsAuthor(CaseContext context) => context.PrincipalId == AuthorId;

    private bool IsLead(CaseContext context) => context.Directory.LeadOf(WatchingGroup(context), context.Today) == context.PrincipalId;

    private bool IsLeader(CaseContext context) =>
        context.PrincipalId == context.Directory.LeaderInCharge(
            AreaId.Length == 0 ? null : TodaysArea(context), WatchingGroup(context), context.Today)
        || context.PrincipalId == context.Directory.Head(context.Today);

    // of what is Restricted, whoever wrote it and the lead.
    private bool IsWatcher(CaseContext context) =>
        context.Directory.IsMember(WatchingGroup(context), context.PrincipalId, context.Today)
        && (Sensitivity == Sensitivity.Normal || IsAuthor(context) || IsLead(context));
}
