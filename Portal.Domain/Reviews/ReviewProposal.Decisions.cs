using Portal.Domain.Cases;
using Portal.Domain.Common;

namespace Portal.Domain.Reviews;

/// <summary>Steps 7 and 9: what the leader in charge and the collective of leaders decide.</summary>
public sealed partial class ReviewProposal
{
    /// <summary>Step 7: passed on to the dossier, each suggestion kept, amended or dropped (E-R4: a dropped one stays in sight).</summary>
    public Result Agree(DecisionContent input, CaseContext context)
    {
        if (WhyNotReviewable(context) is { } refusal)
        {
            return refusal;
        }

        var decided = Decide(input, "LeaderInCharge", SuggestionStatus.DroppedByLeader, context);
        if (!decided.IsSuccess)
        {
            return decided;
        }

        IsWithHead = false;
        GoTo(ReviewProposalStatus.AwaitingCollective, context);
        return Done();
    }

    /// <summary>E-R1: back to the lead.</summary>
    public Result Return(DecisionContent input, CaseContext context)
    {
        if ((WhyNotReviewable(context) ?? WhyNotRows(input)) is { } refusal)
        {
            return refusal;
        }

        IsWithHead = false;
        GoTo(ReviewProposalStatus.Returned, context);
        return Done();
    }

    /// <summary>Step 7, <i>Báo cáo riêng Trưởng ban</i>.</summary>
    public Result ForwardToHead(DecisionContent input, CaseContext context)
    {
        if ((WhyNotReviewable(context) ?? WhyNotRows(input)) is { } refusal)
        {
            return refusal;
        }

        IsWithHead = true;
        GiveTime(StepNow, context);
        return Done();
    }

    /// <summary>E-R6: the lead takes it back before the leader has acted.</summary>
    public Result Withdraw(CaseContext context)
    {
        if (Status != ReviewProposalStatus.AwaitingLeaderInCharge || IsWithHead)
        {
            return NotNow();
        }

        if (WhyNotLead(context) is { } stranger)
        {
            return stranger;
        }

        GoTo(ReviewProposalStatus.Withdrawn, context);
        return Done();
    }

    /// <summary>E-R5: a new serious matter before the collective has decided; it goes through the leader in charge again.</summary>
    public Result Supplement(CaseContext context)
    {
        if (Status != ReviewProposalStatus.AwaitingCollective || IsWithdrawalAsked)
        {
            return NotNow();
        }

        if (WhyNotLead(context) is { } stranger)
        {
            return stranger;
        }

        GoTo(ReviewProposalStatus.Finalizing, context);
        return Done();
    }

    /// <summary>E-R6: the leader has acted, and the lead asks to have it back; only before the collective has decided.</summary>
    public Result AskToWithdraw(CaseContext context)
    {
        if (Status != ReviewProposalStatus.AwaitingCollective || IsWithdrawalAsked)
        {
            return NotNow();
        }

        if (WhyNotLead(context) is { } stranger)
        {
            return stranger;
        }

        IsWithdrawalAsked = true;
        return Done();
    }

    /// <summary>E-R6: the leader in charge lets the lead have it back, or leaves it where it is.</summary>
    public Result AnswerWithdrawal(bool agrees, CaseContext context)
    {
        if (Status != ReviewProposalStatus.AwaitingCollective || !IsWithdrawalAsked)
        {
            return NotNow();
        }

        if ((WhyNotOfLeaders(context) ?? (MayReview(context) ? null : Refusal.Forbidden)) is { } refusal)
        {
            return refusal;
        }

        IsWithdrawalAsked = false;
        if (agrees)
        {
            GoTo(ReviewProposalStatus.Withdrawn, context);
        }

        return Done();
    }

    /// <summary>Step 8, <i>Đề nghị xem lại</i>: the leader in charge looks at it once more. The cycle asks who may say so.</summary>
    public Result LookAgain(CaseContext context)
    {
        if (Status != ReviewProposalStatus.AwaitingCollective || IsInDossier || IsWithdrawalAsked)
        {
            return NotNow();
        }

        GoTo(ReviewProposalStatus.AwaitingLeaderInCharge, context);
        return Done();
    }

    /// <summary>Step 9: the collective passes the proposal.</summary>
    public Result Pass(DecisionContent input, CaseContext context)
    {
        if (WhyNotDecidable(context) is { } refusal)
        {
            return refusal;
        }

        var decided = Decide(input, "Collective", SuggestionStatus.DroppedByCollective, context);
        if (!decided.IsSuccess)
        {
            return decided;
        }

        Status = ReviewProposalStatus.PassedByCollective;
        return Done();
    }

    public Result NotPass(DecisionContent input, CaseContext context)
    {
        if ((WhyNotDecidable(context) ?? WhyNotRows(input)) is { } refusal)
        {
            return refusal;
        }

        foreach (var suggestion in _suggestions.Where(s => s.IsAlive))
        {
            suggestion.ChangeTo(SuggestionStatus.DroppedByCollective, null, null, context);
        }

        Status = ReviewProposalStatus.NotPassed;
        return Done();
    }

    /// <param name="input">What is said of each suggestion goes along; nothing is decided by it.</param>
    /// <param name="toLead">Back to the lead (step 6), else to the leader in charge (step 7).</param>
    /// <param name="context">Who returns it.</param>
    public Result ReturnFromCollective(DecisionContent input, bool toLead, CaseContext context)
    {
        if ((WhyNotDecidable(context) ?? WhyNotRows(input)) is { } refusal)
        {
            return refusal;
        }

        GoTo(toLead ? ReviewProposalStatus.Returned : ReviewProposalStatus.AwaitingLeaderInCharge, context);
        return Done();
    }

    /// <summary>X-08 and R-REV-09: who wrote it, or is concerned oneself, does not decide on it.</summary>
    public IEnumerable<string> Interested() => (Rated?.ConflictedIds ?? []).Concat(Authors()).Distinct();

    // Who stood in for the lead has written it, too, and so has a lead whom another has followed.
    private IEnumerable<string> Authors() =>
        _suggestions.SelectMany(s => s.Changes).Where(c => c.Stage == SuggestionStatus.Proposed).Select(c => c.PersonId)
            .Concat(_ratings.Where(r => r.Stage == "Proposed").Select(r => r.PersonId))
            .Concat(AuthorId.Length > 0 ? [AuthorId] : []);

    private bool IsInterested(CaseContext context) =>
        Interested().Any(p => p == context.Actor.PersonId || p == context.PrincipalId);

    private Refusal? WhyNotReviewable(CaseContext context)
    {
        if (Status != ReviewProposalStatus.AwaitingLeaderInCharge)
        {
            return NotNow();
        }

        if (WhyNotOfLeaders(context) is { } refusal)
        {
            return refusal;
        }

        return MayReview(context) ? null : Refusal.Forbidden;
    }

    // Step 7: who is in charge, or who stands above; what was passed to the head alone, only the head.
    private bool MayReview(CaseContext context) =>
        context.PrincipalId == context.Directory.Head(context.Today)
        || (!IsWithHead && (context.PrincipalId == context.Directory.LeaderInCharge(AreaId, GroupId, context.Today)
            || context.PrincipalId == context.Directory.LeaderInCharge(null, GroupId, context.Today)
            || context.PrincipalId == context.Directory.StandingDeputy(context.Today)));

    private Refusal? WhyNotDecidable(CaseContext context) =>
        Status != ReviewProposalStatus.AwaitingCollective || !IsInDossier || IsWithdrawalAsked ? NotNow() : WhyNotOfLeaders(context);

    private Refusal? WhyNotOfLeaders(CaseContext context)
    {
        if (IsInterested(context))
        {
            return ReviewProposalRefusals.OwnProposal;
        }

        return context.Directory.IsLeader(context.PrincipalId, context.Today) ? null : Refusal.Forbidden;
    }

    private Result Decide(DecisionContent input, string stage, SuggestionStatus dropped, CaseContext context)
    {
        if (WhyNotRows(input) is { } wrong)
        {
            return wrong;
        }

        foreach (var (type, item) in OfBothKinds(input.Suggestions, input.Individuals))
        {
            Suggestion(type, item.Item)!.Decide(item, dropped, context);
        }

        if (input is IRatingDecision rating && CurrentRating is { } current)
        {
            DecidedRating = rating.RatingDecision == RatingDecisionKind.Change ? rating.RatingLevel : current;
            NoteRating(stage, DecidedRating!.Value, rating.RatingReason ?? "", context);
        }

        return Result.Ok;
    }

    // One row for each suggestion that there is, and for none twice.
    private Refusal? WhyNotRows(DecisionContent input) =>
        WhyNotItems(input.Suggestions?.Select(i => i.Item), "suggestions", ReviewSubjectType.Collective)
            ?? WhyNotItems(input.Individuals?.Select(i => i.Item), "individuals", ReviewSubjectType.Individual);

    // What was dropped before is neither decided nor explained any more.
    private Refusal? WhyNotGoingOn(IEnumerable<int?>? items, string path, ReviewSubjectType type, Func<ReviewSuggestion, bool> goesOn)
    {
        var bad = (items ?? []).ToList().FindIndex(n => !goesOn(Suggestion(type, n)!));
        return bad < 0 ? null : NoSuchSuggestion($"{path}[{bad}].item", type);
    }

    private Refusal NoSuchSuggestion(string path, ReviewSubjectType type) =>
        Refusal.Invalid([new FieldError(path, "Review.NoSuchSuggestion", null, _suggestions.Count(s => s.SubjectType == type))]);

    private Refusal? WhyNotRemedies(RemedyInput[]? remedies, ReviewSubjectType type)
    {
        var list = type == ReviewSubjectType.Collective ? "remedies" : "individualRemedies";
        var bad = Array.FindIndex(remedies ?? [], r => Suggestion(type, r.Item) is null);
        return bad < 0 ? null : NoSuchSuggestion($"{list}[{bad}].item", type);
    }

    private static IEnumerable<(ReviewSubjectType Type, T Item)> OfBothKinds<T>(T[]? collective, T[]? individual) =>
        (collective ?? []).Select(i => (ReviewSubjectType.Collective, i))
            .Concat((individual ?? []).Select(i => (ReviewSubjectType.Individual, i)));
}
