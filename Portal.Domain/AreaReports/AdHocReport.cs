using Portal.Domain.Cases;
using Portal.Domain.Common;

namespace Portal.Domain.AreaReports;

/// <summary>
/// Báo cáo đột xuất (S-02, Đ5.5, Đ8.2): because something happened in an area, or because a leader asks. Written by the group, sent on by
/// its lead, noted by the leader in charge, or by the head where Đ7.A.4 makes it the head's (R-RPT-04).
/// </summary>
public sealed class AdHocReport : ICaseSubject
{
    public const string ProcessKey = "adhoc-report";

    private AdHocReport()
    {
    }

    public Guid CaseId { get; private init; }

    public string AreaId { get; private init; } = "";

    /// <summary>The group that watched the area when it was first sent.</summary>
    public string GroupId { get; private init; } = "";

    public AdHocReportInput Content { get; private set; } = new();

    /// <summary>Who wrote it as it stands.</summary>
    public string AuthorId { get; private set; } = "";

    /// <summary>The lead who sent it on; empty where the lead has not.</summary>
    public string SentById { get; private set; } = "";

    public DateTime SubmittedAt { get; private init; }

    /// <summary>
    /// It came after the day by which it was needed, or more than <c>Rpt.AdHocDays</c> working days after the group learned of what
    /// happened. Measured, never in the way.
    /// </summary>
    public bool IsLate { get; private init; }

    /// <summary>R-RPT-04 [Q]: a flag that stood once; it is never taken away.</summary>
    public bool GoesToHead { get; private set; }

    /// <summary>The head has seen it.</summary>
    public bool IsSeenByHead { get; private set; }

    public AdHocReportStatus Status { get; private set; }

    public int Version { get; private set; }

    public CaseState CaseState => Status == AdHocReportStatus.Closed ? CaseState.Closed : CaseState.Open;

    /// <summary>A member of the group that watches the area writes it; the lead's own goes straight to the leader.</summary>
    public static Result<AdHocReport> Write(Guid caseId, AdHocReportInput input, CaseContext context)
    {
        if (context.WhyNotSomebody() is { } nobody)
        {
            return nobody;
        }

        var group = context.Directory.GroupOfArea(input.AreaId ?? "", context.Today) ?? "";
        if (!context.IsForMemberOf(group))
        {
            return AdHocReportRefusals.NotWatched;
        }

        var errors = WhatIsWrong(input, context).ToList();
        if (errors.Count > 0)
        {
            return Refusal.Invalid(errors);
        }

        var made = new AdHocReport
        {
            CaseId = caseId,
            AreaId = input.AreaId!,
            GroupId = group,
            SubmittedAt = context.Now,
            IsLate = context.Now > DueAt(input, context),
        };
        made.Take(input, context);
        return made;
    }

    /// <summary>Who takes note of it today: the leader in charge; the head of what is the head's, or what that leader wrote.</summary>
    public string? DeciderOf(CaseContext context)
    {
        var (directory, today) = (context.Directory, context.Today);
        var leader = directory.LeaderInCharge(TodaysArea(context), GroupOfToday(context), today);
        return GoesToHead || leader is null || leader == AuthorId ? directory.Head(today) : leader;
    }

    /// <summary>The group that watches the area today; empty where none does.</summary>
    public string GroupOfToday(CaseContext context) => context.Directory.GroupOfArea(TodaysArea(context), context.Today) ?? "";

    /// <summary>The lead sends on what a member wrote.</summary>
    public Result Forward(CaseContext context) => ByLead(AdHocReportStatus.Submitted, context);

    /// <summary>The lead wants it otherwise.</summary>
    public Result GiveBack(CaseContext context) => ByLead(AdHocReportStatus.Returned, context);

    /// <summary>It is written anew by a member of the group, where somebody wanted more of it.</summary>
    public Result Rewrite(AdHocReportInput input, CaseContext context)
    {
        if (Status != AdHocReportStatus.Returned)
        {
            return CommonRefusals.NotInThisState(Status);
        }

        if (!context.IsForMemberOf(GroupOfToday(context)))
        {
            return Refusal.Forbidden;
        }

        // It stays about the area that it was about.
        var errors = WhatIsWrong(input, context)
            .Concat(input.AreaId == AreaId ? [] : AdHocReportRefusals.NotWatched.Fields).ToList();
        if (errors.Count > 0)
        {
            return Refusal.Invalid(errors);
        }

        Take(input, context);
        return Result.Ok;
    }

    /// <summary>Ghi nhận: the leader has read it.</summary>
    public Result Note(CaseContext context) => Decide(AdHocReportStatus.Noted, context);

    /// <summary>Trả lại: the leader wants more of it.</summary>
    public Result Return(CaseContext context) => Decide(AdHocReportStatus.Returned, context);

    /// <summary>What was noted is closed, once the head has seen what is the head's.</summary>
    public Result Close()
    {
        if (Status != AdHocReportStatus.Noted)
        {
            return CommonRefusals.NotInThisState(Status);
        }

        if (Check("R-RPT-04") is { } refusal)
        {
            return refusal;
        }

        Status = AdHocReportStatus.Closed;
        return Done();
    }

    /// <summary>R-RPT-02 [Q] Đ8.2 the form of reporting; R-RPT-04 [Q] Đ7.A.4 a flagged report ends by the head.</summary>
    public Refusal? Check(string rule) => rule switch
    {
        "R-RPT-02" => Content.Form is null ? AreaReportRefusals.FormMissing : null,
        "R-RPT-04" => GoesToHead && !IsSeenByHead ? AdHocReportRefusals.HeadHasNotSeenIt : null,
        _ => CommonRefusals.UnknownGuard(rule),
    };

    private static IEnumerable<FieldError> WhatIsWrong(AdHocReportInput input, CaseContext context)
    {
        if (input.KnownOn > context.Today)
        {
            yield return new FieldError("knownOn", "Common.InFuture");
        }

        if (input.ReportedOn > context.Today)
        {
            yield return new FieldError("reportedOn", "Common.InFuture");
        }

        foreach (var (path, person) in new[] { ("requestedById", input.RequestedById), ("receiverId", input.ReceiverId) })
        {
            if (person is { Length: > 0 } && !context.Directory.IsLeader(person, context.Today))
            {
                yield return new FieldError(path, "AdHocReport.NotLeader", "Đ5.5");
            }
        }
    }

    private static DateTime DueAt(AdHocReportInput input, CaseContext context) => context.Calendar.EndOfWork(
        input.Trigger == AdHocTrigger.LeaderRequest
            ? input.NeededBy!.Value
            : context.Calendar.AddWorkingDays(input.KnownOn!.Value, context.Settings.Int("Rpt.AdHocDays")));

    private string TodaysArea(CaseContext context) => context.Directory.TodaysArea(AreaId, context.Today) ?? AreaId;

    private bool IsLead(CaseContext context) =>
        context.IsFor(context.Directory.LeadOf(GroupOfToday(context), context.Today));

    // With the first flag it is the head's, who has not seen it.
    private void Take(AdHocReportInput input, CaseContext context)
    {
        (Content, AuthorId, SentById) = (input, context.Actor.PersonId, "");
        GoesToHead |= input.IsForHead();
        Status = IsLead(context) ? AdHocReportStatus.Submitted : AdHocReportStatus.LeadReview;
        Version++;
    }

    private Result ByLead(AdHocReportStatus status, CaseContext context)
    {
        if (Status != AdHocReportStatus.LeadReview)
        {
            return CommonRefusals.NotInThisState(Status);
        }

        if ((context.WhyNotSomebody() ?? (IsLead(context) ? null : AreaReportRefusals.OnlyLead)) is { } refusal)
        {
            return refusal;
        }

        (Status, SentById) = (status, context.Actor.PersonId);
        return Done();
    }

    private Result Decide(AdHocReportStatus status, CaseContext context)
    {
        if (Status != AdHocReportStatus.Submitted)
        {
            return CommonRefusals.NotInThisState(Status);
        }

        if (WhyNotDecider(context) is { } refusal)
        {
            return refusal;
        }

        Status = status;
        IsSeenByHead |= context.PrincipalId == context.Directory.Head(context.Today);
        return Done();
    }

    // X-08; R-RPT-04: of what is the head's no other leader takes note, not even one who may of all else.
    private Refusal? WhyNotDecider(CaseContext context)
    {
        if (context.IsFor(AuthorId) || context.IsFor(SentById))
        {
            return AreaReportRefusals.OwnReport;
        }

        var (directory, today) = (context.Directory, context.Today);
        var isHead = context.PrincipalId == directory.Head(today);
        if (!GoesToHead)
        {
            return isHead || context.PrincipalId == DeciderOf(context) || context.PrincipalId == directory.StandingDeputy(today)
                ? null
                : Refusal.Forbidden;
        }

        if (isHead && context.IsByTheHeadsChoice(ProcessKey))
        {
            return null;
        }

        return directory.IsLeader(context.PrincipalId, today) ? AdHocReportRefusals.OnlyHead : Refusal.Forbidden;
    }

    private Result Done()
    {
        Version++;
        return Result.Ok;
    }
}
