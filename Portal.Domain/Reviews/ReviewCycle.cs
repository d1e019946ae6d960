using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Organisation;

namespace Portal.Domain.Reviews;

/// <summary>
/// Kỳ kiểm điểm hằng năm: opened by the review coordinator with the head's approval, a proposal for each area, one dossier
/// for all (steps 1, 8, 10 and the end of 17).
/// </summary>
public sealed class ReviewCycle : ICaseSubject
{
    public const string ProcessKey = "review-suggestion-annual";

    private List<QuotaOverride> _overrides = [];
    private List<CalendarChange> _moves = [];

    private ReviewCycle()
    {
    }

    public Guid CaseId { get; private init; }

    public int Year { get; private set; }

    public ReviewCycleStatus Status { get; private set; }

    public ReviewCycleInput Content { get; private set; } = new();

    public string AuthorId { get; private set; } = "";

    /// <summary>What was submitted to the collective; null before.</summary>
    public DossierInput? Dossier { get; private set; }

    public DateTime? DossierAt { get; private set; }

    /// <summary>The ceilings as they were counted then.</summary>
    public QuotaCount[] DossierQuota { get; private set; } = [];

    public SubmissionSentInput? Sent { get; private set; }

    public int Version { get; private set; }

    public IReadOnlyList<QuotaOverride> Overrides => _overrides;

    public IReadOnlyList<CalendarChange> Moves => _moves;

    public IReadOnlyList<string> AreaIds => [.. Content.AllAreas()];

    public CaseState CaseState => Status switch
    {
        ReviewCycleStatus.Closed => CaseState.Closed,
        ReviewCycleStatus.Cancelled => CaseState.Cancelled,
        _ => CaseState.Open,
    };

    /// <param name="yearTaken">There is a cycle of that year that was not cancelled.</param>
    public static Result<ReviewCycle> Draft(Guid caseId, ReviewCycleInput input, bool yearTaken, CaseContext context)
    {
        if (WhyNotCoordinator(context) is { } stranger)
        {
            return stranger;
        }

        if (yearTaken)
        {
            return Refusal.Invalid([new FieldError("year", "Review.YearTaken", null, input.Year)]);
        }

        var cycle = new ReviewCycle { CaseId = caseId };
        var taken = cycle.Correct(input, context);
        return taken.IsSuccess ? cycle : taken.Refusal;
    }

    /// <summary>F11, step 1; again after the head has returned it.</summary>
    public Result Correct(ReviewCycleInput input, CaseContext context)
    {
        if (Status is not (ReviewCycleStatus.Draft or ReviewCycleStatus.Returned))
        {
            return NotNow();
        }

        if (WhyNotCoordinator(context) is { } stranger)
        {
            return stranger;
        }

        var seen = new HashSet<string>();
        var groups = input.ComparableGroups ?? [];
        for (var g = 0; g < groups.Length; g++)
        {
            foreach (var (area, i) in groups[g].AreaIds!.Select((a, i) => (a, i)))
            {
                var path = $"comparableGroups[{g}].areaIds[{i}]";
                if (context.Directory.Area(area) is not { } known || !known.IsValidOn(input.ReferenceDate!.Value)
                    || context.Directory.GroupOfArea(area, input.ReferenceDate.Value) is null)
                {
                    return Refusal.Invalid([new FieldError(path, "Review.AreaNotWatched", "Đ2.3", context.Directory.AreaName(area))]);
                }

                if (!seen.Add(area))
                {
                    return Refusal.Invalid([new FieldError(path, "Review.AreaTwice", null, known.Name)]);
                }
            }
        }

        (Content, Year, AuthorId, Status) = (input, input.Year!.Value, context.Actor.PersonId, ReviewCycleStatus.AwaitingHead);
        return Done();
    }

    /// <summary>Step 1, the head: <i>Mở kỳ</i>. X-08: not of a cycle of one's own.</summary>
    public Result Open(CaseContext context)
    {
        if (WhyNotApprovable(context) is { } refusal)
        {
            return refusal;
        }

        Status = ReviewCycleStatus.InProgress;
        return Done();
    }

    public Result Return(CaseContext context)
    {
        if (WhyNotApprovable(context) is { } refusal)
        {
            return refusal;
        }

        Status = ReviewCycleStatus.Returned;
        return Done();
    }

    /// <summary>
    /// Step 8. R-REV-02 [Q]: every area has a proposal or a reasoned absence of one, passed on by its leader, or is named as a
    /// gap (E-R12). R-REV-05 [P]: no comparable group is over its ceiling, unless the head says so.
    /// </summary>
    public Result SubmitDossier(DossierInput input, IReadOnlyList<ReviewProposal> proposals, CaseContext context)
    {
        if (Status != ReviewCycleStatus.InProgress)
        {
            return NotNow();
        }

        if (context.WhyNotSomebody() is { } nobody)
        {
            return nobody;
        }

        var gaps = (input.Gaps ?? []).Select(g => g.AreaId!).ToHashSet();
        var missing = proposals.Where(p => p.Status != ReviewProposalStatus.AwaitingCollective && !gaps.Contains(p.AreaId)).ToList();
        if (missing.Count > 0)
        {
            return ReviewCycleRefusals.AreasMissing(NamesOf(missing, context));
        }

        var quota = Count(proposals);
        if (quota.FirstOrDefault(q => q.Blocks) is { } over)
        {
            return ReviewCycleRefusals.QuotaExceeded(over);
        }

        if (proposals.Select(p => p.WhyNotInDossier()).FirstOrDefault(r => r is not null) is { } ended)
        {
            return ended;
        }

        foreach (var proposal in proposals)
        {
            proposal.EnterDossier(context);
        }

        (Dossier, DossierAt, DossierQuota, Status) = (input, context.Now, [.. quota], ReviewCycleStatus.Consolidated);
        Content = Content with { Calendar = Content.Calendar!.Given("collectiveBy", context.Today, context.Calendar) };
        return Done();
    }

    /// <summary>Step 8, <i>Đề nghị xem lại</i>: one area goes back to its leader before the dossier is made.</summary>
    public Result LookAgain(ReviewAgainInput input, IReadOnlyList<ReviewProposal> proposals, CaseContext context)
    {
        if (Status != ReviewCycleStatus.InProgress)
        {
            return NotNow();
        }

        if (context.WhyNotSomebody() is { } nobody)
        {
            return nobody;
        }

        var asked = proposals.FirstOrDefault(p => p.AreaId == input.AreaId)?.LookAgain(context)
            ?? Refusal.Invalid([new FieldError("areaId", "Review.NotInCycle", null)]);
        return asked.IsSuccess ? Done() : asked;
    }

    /// <summary>R-REV-05: only the head; the reason is printed in the dossier.</summary>
    public Result Override(QuotaOverrideInput input, CaseContext context)
    {
        if (Status != ReviewCycleStatus.InProgress)
        {
            return NotNow();
        }

        if (context.PrincipalId != context.Directory.Head(context.Today))
        {
            return Refusal.Forbidden;
        }

        if ((Content.ComparableGroups ?? []).All(g => g.Name != input.Group))
        {
            return Refusal.Invalid(
                [new FieldError(
                    "group", "Review.NoSuchGroup", null, string.Join(", ", (Content.ComparableGroups ?? []).Select(g => g.Name)))]);
        }

        _overrides =
        [
            .. _overrides.Where(o => o.Group != input.Group),
            new QuotaOverride(input.Group!, input.Kind!.Value, input.Reason ?? "", context.Actor.PersonId, context.Now),
        ];
        return Done();
    }

    /// <summary>E-R11: days that have not come yet move, for the cycle and every area.</summary>
    public Result Reschedule(RescheduleInput input, IReadOnlyList<ReviewProposal> proposals, CaseContext context)
    {
        if (Status is not (ReviewCycleStatus.InProgress or ReviewCycleStatus.Consolidated))
        {
            return NotNow();
        }

        if (context.PrincipalId != context.Directory.Head(context.Today))
        {
            return Refusal.Forbidden;
        }

        _moves =
        [
            .. _moves,
            new CalendarChange(Content.Calendar!, input.Days!.Value, input.Reason ?? "", context.Actor.PersonId, context.Now),
        ];
        Content = Content with { Calendar = Content.Calendar!.Shift(input.Days.Value, context.Today) };
        foreach (var proposal in proposals.Where(p => p.CaseState == CaseState.Open))
        {
            proposal.Follow(proposal.Calendar.Shift(input.Days.Value, context.Today));
        }

        return Done();
    }

    /// <summary>Step 10: the collective has decided on every area of the dossier.</summary>
    public Result MarkSent(SubmissionSentInput input, IReadOnlyList<ReviewProposal> proposals, CaseContext context)
    {
        if (Status != ReviewCycleStatus.Consolidated)
        {
            return NotNow();
        }

        if (context.WhyNotSomebody() is { } nobody)
        {
            return nobody;
        }

        if (input.SentOn > context.Today)
        {
            return Refusal.Invalid([new FieldError("sentOn", "Common.InFuture")]);
        }

        var undecided = Undecided(proposals).ToList();
        if (undecided.Count > 0)
        {
            return ReviewCycleRefusals.AreasUndecided(NamesOf(undecided, context));
        }

        // An area that was not passed and has its official level already is over; nothing of it is sent.
        var sending = proposals.Where(p => p.CaseState == CaseState.Open).ToList();
        if (sending.Select(p => p.WhyNotSent()).FirstOrDefault(r => r is not null) is { } refusal)
        {
            return refusal;
        }

        foreach (var proposal in sending)
        {
            proposal.MarkSent(input, context);
        }

        (Sent, Status) = (input, ReviewCycleStatus.SubmittedToStandingCommittee);
        return Done();
    }

    /// <summary>The dossier is made, and the collective has decided on every area of it.</summary>
    public bool IsDecided(IReadOnlyList<ReviewProposal> proposals) => Dossier is not null && !Undecided(proposals).Any();

    private IEnumerable<ReviewProposal> Undecided(IReadOnlyList<ReviewProposal> proposals)
    {
        var gaps = (Dossier?.Gaps ?? []).Select(g => g.AreaId!).ToHashSet();
        return proposals.Where(p => !gaps.Contains(p.AreaId) && !p.IsDecidedByCollective && !p.IsPassed);
    }

    public Result Close()
    {
        if (Status != ReviewCycleStatus.SubmittedToStandingCommittee)
        {
            return NotNow();
        }

        Status = ReviewCycleStatus.Closed;
        return Done();
    }

    /// <summary>E-R11: the whole cycle is given up, by the head, before anything went to the Standing Committee.</summary>
    public Result Cancel(CaseContext context)
    {
        if (Status is not (ReviewCycleStatus.AwaitingHead or ReviewCycleStatus.Returned
            or ReviewCycleStatus.InProgress or ReviewCycleStatus.Consolidated))
        {
            return NotNow();
        }

        if (context.PrincipalId != context.Directory.Head(context.Today))
        {
            return Refusal.Forbidden;
        }

        Status = ReviewCycleStatus.Cancelled;
        return Done();
    }

    public string GroupOf(string areaId) => (Content.ComparableGroups ?? []).FirstOrDefault(g => g.AreaIds!.Contains(areaId))?.Name ?? "";

    /// <summary>The ceiling of each comparable group, by the levels that count at the moment.</summary>
    public IReadOnlyList<QuotaCount> Count(IReadOnlyList<ReviewProposal> proposals) => CountOf(
        proposals.Where(p => p.CurrentRating is not null).Select(p => (p.ComparableGroup, p.CurrentRating!.Value))
            .ToLookup(p => p.ComparableGroup, p => p.Value));

    /// <param name="ratings">Levels by comparable group, of the whole cycle or of one group's share in it.</param>
    public IReadOnlyList<QuotaCount> CountOf(ILookup<string, QualityRating> ratings)
    {
        var quota = Content.Quota!;
        return [.. (Content.ComparableGroups ?? []).Select(g => CountOf(g.Name!, [.. ratings[g.Name!]], quota))];
    }

    private QuotaCount CountOf(string group, List<QualityRating> levels, QuotaInput quota)
    {
        var allowed = _overrides.Find(o => o.Group == group);
        var percent = allowed?.Kind == QuotaOverrideKind.ExceptionalPercent ? quota.ExceptionalPercent!.Value : quota.Percent!.Value;
        return new QuotaCount(
            group,
            levels.Count(l => l == QualityRating.Excellent),
            levels.Count(l => l == QualityRating.Good),
            levels.Count,
            new ExcellentQuota(percent, quota.Base!.Value, quota.Rounding!.Value).Limit(levels),
            percent,
            allowed?.Reason,
            allowed?.Kind == QuotaOverrideKind.Override);
    }

    public Refusal? Check(string rule) => rule switch
    {
        "R-REV-02" => Dossier is not null ? null : ReviewCycleRefusals.NoDossier,
        "R-REV-05" => Array.Find(DossierQuota, q => q.Blocks) is { } over
            ? ReviewCycleRefusals.QuotaExceeded(over)
            : null,
        _ => CommonRefusals.UnknownGuard(rule),
    };

    private static string NamesOf(IEnumerable<ReviewProposal> proposals, CaseContext context) =>
        string.Join(", ", proposals.Select(p => context.Directory.AreaName(p.AreaId)).Order(VietnameseText.Comparer));

    private Refusal? WhyNotApprovable(CaseContext context)
    {
        if (Status != ReviewCycleStatus.AwaitingHead)
        {
            return NotNow();
        }

        if (context.Actor.PersonId == AuthorId || context.PrincipalId == AuthorId)
        {
            return ReviewCycleRefusals.OwnCycle;
        }

        return context.PrincipalId == context.Directory.Head(context.Today) ? null : Refusal.Forbidden;
    }

    /// <summary>Step 1: the review coordinator draws the cycle up.</summary>
    private static Refusal? WhyNotCoordinator(CaseContext context) =>
        context.WhyNotSomebody()
        ?? (context.Directory.HasRole(context.PrincipalId, Role.ReviewCoordinator, context.Today) ? null
            : ReviewCycleRefusals.OnlyCoordinator);

    private Refusal NotNow() => CommonRefusals.NotInThisState(Status);

    private Result Done()
    {
        Version++;
        return Result.Ok;
    }
}
