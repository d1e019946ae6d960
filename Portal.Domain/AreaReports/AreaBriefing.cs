using Portal.Domain.Cases;
using Portal.Domain.Common;

namespace Portal.Domain.AreaReports;

/// <summary>
/// Báo cáo phục vụ buổi làm việc (S-02, Đ5.5): asked for by a leader or offered by the lead of the group, written by the lead, accepted
/// by the leader. It may tell of what is Restricted, and so it always is.
/// </summary>
public sealed class AreaBriefing : ICaseSubject
{
    public const string ProcessKey = "area-briefing";

    /// <summary>Months before the day on which it was asked for that it is about, where nobody said otherwise.</summary>
    public const int UsualMonths = 6;

    private static readonly AreaBriefingStatus[] Written = [AreaBriefingStatus.Draft, AreaBriefingStatus.Returned];

    private AreaBriefing()
    {
    }

    public Guid CaseId { get; private init; }

    public string AreaId { get; private init; } = "";

    /// <summary>The group that watched the area when it was asked for.</summary>
    public string GroupId { get; private init; } = "";

    /// <summary>The leader who asked for it, or the lead who offered it.</summary>
    public string RequestedById { get; private init; } = "";

    public string Purpose { get; private init; } = "";

    public DateOnly NeededBy { get; private init; }

    /// <summary>First day that it is about.</summary>
    public DateOnly Since { get; private init; }

    /// <summary>Who sent it last; empty before anybody has.</summary>
    public string AuthorId { get; private set; } = "";

    /// <summary>It was first sent after the day by which it was needed. Measured, never in the way.</summary>
    public bool IsLate { get; private set; }

    public AreaBriefingStatus Status { get; private set; }

    public int Version { get; private set; }

    public CaseState CaseState => Status switch
    {
        AreaBriefingStatus.Closed => CaseState.Closed,
        AreaBriefingStatus.Withdrawn => CaseState.Withdrawn,
        _ => CaseState.Open,
    };

    /// <summary>
    /// The leader in charge of the area and the head may ask for one, the lead of the group that watches it may offer one; of an area that
    /// nobody watches, nobody.
    /// </summary>
    public static bool MayAskFor(string areaId, CaseContext context)
    {
        var (directory, today, person) = (context.Directory, context.Today, context.PrincipalId);
        return directory.GroupOfArea(areaId, today) is { } group && (person == directory.Head(today)
            || person == directory.LeaderInCharge(areaId, group, today) || person == directory.LeadOf(group, today));
    }

    /// <summary>Asked for by the leader in charge of the area or the head, or offered by the lead of the group that watches it.</summary>
    public static Result<AreaBriefing> Request(Guid caseId, BriefingRequestInput input, CaseContext context)
    {
        if (context.WhyNotSomebody() is { } nobody)
        {
            return nobody;
        }

        var (area, today) = (input.AreaId ?? "", context.Today);
        if (!MayAskFor(area, context))
        {
            return AreaBriefingRefusals.NotYours;
        }

        var errors = WhatIsWrong(input, today).ToList();
        return errors.Count > 0 ? Refusal.Invalid(errors) : new AreaBriefing
        {
            CaseId = caseId,
            AreaId = area,
            GroupId = context.Directory.GroupOfArea(area, today)!,
            RequestedById = context.PrincipalId,
            Purpose = input.Purpose ?? "",
            NeededBy = input.NeededBy!.Value,
            Since = input.Since ?? today.AddMonths(-UsualMonths),
            Version = 1,
        };
    }

    /// <summary>Who accepts it today: the leader in charge; of what the head asked for, or that leader wrote, the head.</summary>
    public string? AcceptorOf(CaseContext context)
    {
        var (directory, today) = (context.Directory, context.Today);
        var (head, leader) = (directory.Head(today), directory.LeaderInCharge(TodaysArea(context), GroupOfToday(context), today));
        return RequestedById == head || leader is null || leader == AuthorId ? head : leader;
    }

    /// <summary>Everybody who is to read it by name, beside those who read what is Restricted of the group .</summary>
    public IEnumerable<string> Readers(CaseContext context)
    {
        string?[] people = [RequestedById, AuthorId, AcceptorOf(context), context.Directory.LeadOf(GroupOfToday(context), context.Today)];
        return people.OfType<string>().Where(p => p.Length > 0).Distinct();
    }

    /// <summary>The group that watches the area today; empty where none does.</summary>
    public string GroupOfToday(CaseContext context) => context.Directory.GroupOfArea(TodaysArea(context), context.Today) ?? "";

    /// <summary>The lead sends it to the leader; again, where the leader wanted something changed.</summary>
    public Result Submit(CaseContext context)
    {
        if (!Written.Contains(Status))
        {
            return CommonRefusals.NotInThisState(Status);
        }

        if (!context.IsFor(context.Directory.LeadOf(GroupOfToday(context), context.Today)))
        {
            return Refusal.Forbidden;
        }

        IsLate |= AuthorId.Length == 0 && context.Today > NeededBy;
        (Status, AuthorId) = (AreaBriefingStatus.Submitted, context.Actor.PersonId);
        return Done();
    }

    /// <summary>Chấp nhận: the leader goes by it.</summary>
    public Result Accept(CaseContext context) => Decide(AreaBriefingStatus.Closed, context);

    /// <summary>Trả lại: the leader wants something changed.</summary>
    public Result Return(CaseContext context) => Decide(AreaBriefingStatus.Returned, context);

    /// <summary>Who asked for it does not need it any more.</summary>
    public Result Withdraw(CaseContext context)
    {
        if (Status is AreaBriefingStatus.Closed or AreaBriefingStatus.Withdrawn)
        {
            return CommonRefusals.NotInThisState(Status);
        }

        if (!context.IsFor(RequestedById))
        {
            return Refusal.Forbidden;
        }

        Status = AreaBriefingStatus.Withdrawn;
        return Done();
    }

    private static IEnumerable<FieldError> WhatIsWrong(BriefingRequestInput input, DateOnly today)
    {
        if (input.NeededBy < today)
        {
            yield return new FieldError("neededBy", "Common.InPast", "Đ5.5");
        }

        if (input.Since > today)
        {
            yield return new FieldError("since", "Common.InFuture", "Đ5.5");
        }
    }

    private string TodaysArea(CaseContext context) => context.Directory.TodaysArea(AreaId, context.Today) ?? AreaId;

    private Result Decide(AreaBriefingStatus status, CaseContext context)
    {
        if (Status != AreaBriefingStatus.Submitted)
        {
            return CommonRefusals.NotInThisState(Status);
        }

        // neither who wrote it nor the lead, in whose place somebody else may have written it.
        if (context.IsFor(AuthorId) || context.IsFor(context.Directory.LeadOf(GroupOfToday(context), context.Today)))
        {
            return AreaBriefingRefusals.Own;
        }

        if (context.PrincipalId != AcceptorOf(context) && context.PrincipalId != context.Directory.Head(context.Today))
        {
            return Refusal.Forbidden;
        }

        Status = status;
        return Done();
    }

    private Result Done()
    {
        Version++;
        return Result.Ok;
    }
}
