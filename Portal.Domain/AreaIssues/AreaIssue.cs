using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Organisation;

namespace Portal.Domain.AreaIssues;

/// <summary>
/// Vấn đề nội bộ (S-03, Đ5.3), always Restricted: reported by the group that watches the area, settled by the leader in charge, or by
/// the head where Đ7.A.4 makes it the head's (R-RPT-04), and followed until it is closed.
/// </summary>
public sealed class AreaIssue : ICaseSubject
{
    public const string ProcessKey = "area-issue";

    private static readonly AreaIssueStatus[] Followed = [AreaIssueStatus.Directed, AreaIssueStatus.Monitoring];

    private static readonly AreaIssueStatus[] Waiting = [AreaIssueStatus.Submitted, AreaIssueStatus.UnderConsideration];

    private AreaIssue()
    {
    }

    public Guid CaseId { get; private init; }

    /// <summary>The trip or meeting that raised it; null where it was reported by itself.</summary>
    public Guid? SourceCaseId { get; private init; }

    /// <summary>Its number there; null where it was reported by itself.</summary>
    public int? SourceIndex { get; private init; }

    public string AreaId { get; private init; } = "";

    /// <summary>The group that watched the area when it was reported.</summary>
    public string GroupId { get; private init; } = "";

    public IssueCategory Category { get; private init; }

    /// <summary>Null where a trip or a meeting raised it: there nobody asks.</summary>
    public IssueSeverity? Severity { get; private init; }

    public DateOnly? ObservedOn { get; private init; }

    public string Facts { get; private init; } = "";

    public string HowKnown { get; private init; } = "";

    public IssueCertainty? Certainty { get; private init; }

    public string ProposedSolution { get; private init; } = "";

    public bool DemocraticCentralism { get; private set; }

    public bool LeadershipUnity { get; private set; }

    public bool PersonnelOfStandingCommittee { get; private set; }

    /// <summary>The leader in charge does not have it.</summary>
    public bool WithoutLeader { get; private init; }

    public string[] NamedIds { get; private init; } = [];

    public OralReportInput? OralReport { get; private init; }

    public string AuthorId { get; private init; } = "";

    public DateTime SubmittedAt { get; private init; }

    /// <summary>Đ5.3, promptly: it came after <c>Issue.ReportDays</c> working days. Measured, never in the way.</summary>
    public bool IsLate { get; private init; }

    public AreaIssueStatus Status { get; private set; }

    /// <summary>A leader passed it on to the head.</summary>
    public bool IsForwarded { get; private set; }

    /// <summary>The head has seen to it since it became the head's.</summary>
    public bool IsSeenByHead { get; private set; }

    /// <summary>Its author was asked for more and has not answered.</summary>
    public bool IsAsked { get; private set; }

    public int Version { get; private set; }

    public CaseState CaseState => Status == AreaIssueStatus.Closed ? CaseState.Closed : CaseState.Open;

    /// <summary>R-RPT-04 [Q]: one of the matters that Đ7.A.4 sends to the head.</summary>
    public bool GoesToHead => DemocraticCentralism || LeadershipUnity || PersonnelOfStandingCommittee;

    /// <summary>The head settles it: by Đ7.A.4, or because a leader passed it on.</summary>
    public bool IsHeads => GoesToHead || IsForwarded;

    /// <summary>A member of the group that watches the area reports it.</summary>
    public static Result<AreaIssue> Report(Guid caseId, IssueReportInput input, CaseContext context)
    {
        if (context.WhyNotSomebody() is { } nobody)
        {
            return nobody;
        }

        var group = context.Directory.GroupOfArea(input.AreaId ?? "", context.Today) ?? "";
        if (!context.IsForMemberOf(group))
        {
            return Refusal.Invalid([new FieldError("areaId", "Issue.NotWatched", "Đ5.3")]);
        }

        var errors = WhatIsWrong(input, context).ToList();
        if (errors.Count > 0)
        {
            return Refusal.Invalid(errors);
        }

        return new AreaIssue
        {
            CaseId = caseId,
            AreaId = input.AreaId!,
            GroupId = group,
            Category = input.Category!.Value,
            Severity = input.Severity,
            ObservedOn = input.ObservedOn,
            Facts = input.Facts ?? "",
            HowKnown = input.HowKnown ?? "",
            Certainty = input.Certainty,
            ProposedSolution = input.ProposedSolution ?? "",
            DemocraticCentralism = input.DemocraticCentralism == true,
            LeadershipUnity = input.LeadershipUnity == true,
            PersonnelOfStandingCommittee = input.PersonnelOfStandingCommittee == true,
            WithoutLeader = input.WithoutLeader == true,
            NamedIds = [.. (input.NamedIds ?? []).Distinct()],
            OralReport = input.OralReport,
            AuthorId = context.Actor.PersonId,
            SubmittedAt = context.Now,
            IsLate = IsAfterItsDay(input.ObservedOn!.Value, context),
            Version = 1,
        };
    }

    /// <summary>A trip or a meeting that has ended raised it: it is reported as it stood there.</summary>
    public static AreaIssue Raised(Guid caseId, Guid sourceId, RaisedIssue raised, CaseContext context) => new()
    {
        CaseId = caseId,
        SourceCaseId = sourceId,
        SourceIndex = raised.Index,
        AreaId = raised.Issue.AreaId!,
        GroupId = context.Directory.GroupOfArea(raised.Issue.AreaId!, context.Today) ?? "",
        Category = raised.Issue.Category!.Value,
        ObservedOn = raised.ObservedOn,
        Facts = raised.Issue.Facts ?? "",
        ProposedSolution = raised.Issue.ProposedSolution ?? "",
        DemocraticCentralism = raised.Issue.DemocraticCentralism == true,
        LeadershipUnity = raised.Issue.LeadershipUnity == true,
        PersonnelOfStandingCommittee = raised.Issue.PersonnelOfStandingCommittee == true,
        AuthorId = raised.AuthorId,
        SubmittedAt = context.Now,
        Version = 1,
    };

    /// <summary>Who settles it today: the head where Đ7.A.4 or a leader made it the head's, else the leader in charge.</summary>
    public string? DeciderOf(CaseContext context)
    {
        var (head, leader) = (
            context.Directory.Head(context.Today),
            context.Directory.LeaderInCharge(TodaysArea(context), GroupOfToday(context), context.Today));

        // what the leader in charge reported is the head's as well.
        return IsHeads || leader is null || leader == AuthorId ? head : leader;
    }

    /// <summary>Everybody who is to read it by name, beside those who read what is Restricted of the group .</summary>
    public IEnumerable<string> Readers(CaseContext context)
    {
        string?[] people = [AuthorId, DeciderOf(context), context.Directory.LeadOf(GroupOfToday(context), context.Today), .. NamedIds];
        return people.OfType<string>().Where(p => p.Length > 0).Distinct();
    }

    /// <summary>The group that watches the area today; empty where none does.</summary>
    public string GroupOfToday(CaseContext context) => context.Directory.GroupOfArea(TodaysArea(context), context.Today) ?? "";

    /// <summary>Ghi nhận: it is followed from here on.</summary>
    public Result Acknowledge(CaseContext context) => Decide(AreaIssueStatus.Monitoring, context);

    /// <summary>Chỉ đạo: it was said what is to be done; also of what is followed already.</summary>
    public Result Direct(CaseContext context) => Decide(AreaIssueStatus.Directed, context, Followed);

    /// <summary>Yêu cầu làm rõ: its author is to say more.</summary>
    public Result AskToClarify(CaseContext context)
    {
        var done = Decide(AreaIssueStatus.UnderConsideration, context);
        IsAsked |= done.IsSuccess;
        return done;
    }

    /// <summary>Its author says what was asked for, or the lead, who knows of it as well: an author may have gone.</summary>
    public Result Clarify(IssueUpdateInput input, CaseContext context)
    {
        if (!IsAsked)
        {
            return AreaIssueRefusals.NothingAsked;
        }

        if (!IsOfThoseWhoTell(context))
        {
            return Refusal.Forbidden;
        }

        IsAsked = false;
        return Take(input);
    }

    /// <summary>Chuyển: the leader in charge passes it on to the head.</summary>
    public Result ForwardToHead(CaseContext context)
    {
        if (IsHeads && Waiting.Contains(Status))
        {
            return AreaIssueRefusals.IsWithHead;
        }

        var done = Decide(AreaIssueStatus.UnderConsideration, context);
        if (done.IsSuccess)
        {
            (IsForwarded, IsSeenByHead) = (true, false);
        }

        return done;
    }

    /// <summary>
    /// The author or the lead adds what came to be known, what became of it, or a flag: with the first flag it goes to the head, who has
    /// not seen it (R-RPT-04).
    /// </summary>
    public Result AddUpdate(IssueUpdateInput input, CaseContext context)
    {
        if (!Waiting.Contains(Status) && !Followed.Contains(Status))
        {
            return CommonRefusals.NotInThisState(Status);
        }

        if (IsAsked)
        {
            return AreaIssueRefusals.WaitsForAuthor;
        }

        return IsOfThoseWhoTell(context) ? Take(input) : Refusal.Forbidden;
    }

    /// <summary>Đóng: nothing more is to be followed.</summary>
    public Result Settle(CaseContext context) => Decide(AreaIssueStatus.Settled, context, Followed);

    /// <summary>What is settled is closed, once the head has seen what is the head's.</summary>
    public Result Close()
    {
        if (Status != AreaIssueStatus.Settled)
        {
            return CommonRefusals.NotInThisState(Status);
        }

        if (Check("R-RPT-04") is { } refusal)
        {
            return refusal;
        }

        Status = AreaIssueStatus.Closed;
        return Done();
    }

    /// <summary>R-RPT-04 [Q] Đ7.A.4: a flagged matter ends by the head.</summary>
    public Refusal? Check(string rule) => rule switch
    {
        "R-RPT-04" => GoesToHead && !IsSeenByHead ? AreaIssueRefusals.HeadHasNotSeenIt : null,
        _ => CommonRefusals.UnknownGuard(rule),
    };

    private static IEnumerable<FieldError> WhatIsWrong(IssueReportInput input, CaseContext context)
    {
        if (input.ObservedOn > context.Today)
        {
            yield return new FieldError("observedOn", "Common.InFuture");
        }

        if (input.WithoutLeader == true && !input.IsForHead())
        {
            yield return new FieldError("withoutLeader", "Issue.OnlyForHead", "Đ7.A.4");
        }

        foreach (var unknown in (input.NamedIds ?? []).Where(id => context.Directory.Person(id)?.IsValidOn(context.Today) != true).Take(1))
        {
            yield return new FieldError("namedIds", "Common.UnknownPerson", null, unknown);
        }

        if (input.OralReport is not { } oral)
        {
            yield break;
        }

        if (oral.ToId is { } to && !context.Directory.IsLeader(to, context.Today))
        {
            yield return new FieldError("oralReport.toId", "Issue.OralNotToLeader", "Đ5.3");
        }

        if (oral.At is { } at && VietnamTime.ToUtc(at) > context.Now)
        {
            yield return new FieldError("oralReport.at", "Common.InFuture");
        }
    }

    private static bool IsAfterItsDay(DateOnly observed, CaseContext context) => context.Now > context.Calendar.EndOfWork(
        context.Calendar.AddWorkingDays(observed, context.Settings.Int("Issue.ReportDays")));

    private bool IsOfThoseWhoTell(CaseContext context) =>
        context.IsFor(AuthorId) || context.IsFor(context.Directory.LeadOf(GroupOfToday(context), context.Today));

    private string TodaysArea(CaseContext context) => context.Directory.TodaysArea(AreaId, context.Today) ?? AreaId;

    // A flag that stands is never taken away again.
    private Result Take(IssueUpdateInput input)
    {
        var before = GoesToHead;
        DemocraticCentralism |= input.DemocraticCentralism == true;
        LeadershipUnity |= input.LeadershipUnity == true;
        PersonnelOfStandingCommittee |= input.PersonnelOfStandingCommittee == true;
        if (GoesToHead && !before)
        {
            (Status, IsSeenByHead) = (AreaIssueStatus.UnderConsideration, false);
        }

        return Done();
    }

    private Result Decide(AreaIssueStatus status, CaseContext context, params AreaIssueStatus[] also)
    {
        if (!Waiting.Contains(Status) && !also.Contains(Status))
        {
            return CommonRefusals.NotInThisState(Status);
        }

        if ((IsAsked ? AreaIssueRefusals.WaitsForAuthor : WhyNotDecider(context)) is { } refusal)
        {
            return refusal;
        }

        Status = status;
        IsSeenByHead |= context.PrincipalId == context.Directory.Head(context.Today);
        return Done();
    }

    // X-08; R-RPT-04: of what is the head's no other leader decides, not even one who may decide of all else.
    private Refusal? WhyNotDecider(CaseContext context)
    {
        if (context.IsFor(AuthorId))
        {
            return AreaIssueRefusals.OwnIssue;
        }

        var (directory, today) = (context.Directory, context.Today);
        var isHead = context.PrincipalId == directory.Head(today);
        if (IsHeads)
        {
            return isHead && context.IsByTheHeadsChoice(ProcessKey) ? null : NotTheHeads(context);
        }

        return isHead || context.PrincipalId == DeciderOf(context) || context.PrincipalId == directory.StandingDeputy(today)
            ? null
            : Refusal.Forbidden;
    }

    private static Refusal NotTheHeads(CaseContext context) =>
        context.Directory.IsLeader(context.PrincipalId, context.Today) ? AreaIssueRefusals.OnlyHead : Refusal.Forbidden;

    private Result Done()
    {
        Version++;
        return Result.Ok;
    }
}
