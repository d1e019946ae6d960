using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Forms;

namespace Portal.Domain.Reviews;

/// <summary>Steps 7 to 17: what leaders, collective and Standing Committee decide, and what becomes of it at the unit.</summary>
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

        (Status, IsWithHead) = (ReviewProposalStatus.AwaitingCollective, false);
        return Done();
    }

    /// <summary>E-R1: back to the lead.</summary>
    public Result Return(CaseContext context)
    {
        if (WhyNotReviewable(context) is { } refusal)
        {
            return refusal;
        }

        (Status, IsWithHead) = (ReviewProposalStatus.Returned, false);
        return Done();
    }

    /// <summary>Step 7, <i>Báo cáo riêng Trưởng ban</i>.</summary>
    public Result ForwardToHead(CaseContext context)
    {
        if (WhyNotReviewable(context) is { } refusal)
        {
            return refusal;
        }

        IsWithHead = true;
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

        Status = ReviewProposalStatus.Withdrawn;
        return Done();
    }

    /// <summary>E-R5: a new serious matter before the collective has decided; it goes through the leader in charge again.</summary>
    public Result Supplement(CaseContext context)
    {
        if (Status != ReviewProposalStatus.AwaitingCollective || IsInDossier)
        {
            return NotNow();
        }

        if (WhyNotLead(context) is { } stranger)
        {
            return stranger;
        }

        Status = ReviewProposalStatus.Finalizing;
        return Done();
    }

    /// <summary>Step 8, <i>Đề nghị xem lại</i>: the leader in charge looks at it once more. The cycle asks who may say so.</summary>
    public Result LookAgain()
    {
        if (Status != ReviewProposalStatus.AwaitingCollective || IsInDossier)
        {
            return NotNow();
        }

        Status = ReviewProposalStatus.AwaitingLeaderInCharge;
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

    public Result NotPass(CaseContext context)
    {
        if (WhyNotDecidable(context) is { } refusal)
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

    /// <param name="toLead">Back to the lead (step 6), else to the leader in charge (step 7).</param>
    public Result ReturnFromCollective(bool toLead, CaseContext context)
    {
        if (WhyNotDecidable(context) is { } refusal)
        {
            return refusal;
        }

        Status = toLead ? ReviewProposalStatus.Returned : ReviewProposalStatus.AwaitingLeaderInCharge;
        return Done();
    }

    /// <summary>Null when it may become part of the dossier now.</summary>
    public Refusal? WhyNotInDossier() => IsInDossier || CaseState != CaseState.Open ? NotNow() : null;

    /// <summary>Step 8: it lies before the collective. One that is still worked on follows later (E-R12).</summary>
    public Result EnterDossier()
    {
        if (WhyNotInDossier() is { } refusal)
        {
            return refusal;
        }

        IsInDossier = true;
        return Done();
    }

    /// <summary>
    /// Null when it may go to the Standing Committee now: with the dossier whatever its state, because what is still worked on follows
    /// later (E-R12); ad hoc, by itself, once it is passed.
    /// </summary>
    public Refusal? WhyNotSent() =>
        IsSent || CaseState != CaseState.Open || !IsInDossier
            || (IsAdHoc && Status != ReviewProposalStatus.PassedByCollective) ? NotNow() : null;

    /// <summary>Step 10, with the dossier; or, for what follows later, by itself.</summary>
    public Result MarkSent(SubmissionSentInput input)
    {
        if (WhyNotSent() is { } refusal)
        {
            return refusal;
        }

        (IsSent, Sent) = (true, input);
        Status = Status == ReviewProposalStatus.PassedByCollective ? ReviewProposalStatus.SubmittedToStandingCommittee : Status;
        return Done();
    }

    /// <summary>It was passed after the dossier had been sent, and has to follow it.</summary>
    public bool HasToFollowSent() => IsSent && Status == ReviewProposalStatus.PassedByCollective;

    /// <summary>A proposal that was passed after the dossier had been sent.</summary>
    public Result FollowSent()
    {
        if (!HasToFollowSent())
        {
            return NotNow();
        }

        Status = ReviewProposalStatus.SubmittedToStandingCommittee;
        return Done();
    }

    /// <summary>F17, step 11: every suggestion that was submitted has an outcome.</summary>
    public Result RecordOutcome(OutcomeInput input, CaseContext context)
    {
        if (Status != ReviewProposalStatus.SubmittedToStandingCommittee)
        {
            return NotNow();
        }

        if (context.WhyNotSomebody() is { } nobody)
        {
            return nobody;
        }

        var isStub = input.IsStub();
        if ((WhyNoOutcomes(input.Suggestions, ReviewSubjectType.Collective, "suggestions", isStub)
            ?? WhyNoOutcomes(input.Individuals, ReviewSubjectType.Individual, "individuals", isStub)) is { } wrong)
        {
            return wrong;
        }

        foreach (var (type, item) in OfBothKinds(input.Suggestions, input.Individuals))
        {
            var status = item.Outcome switch
            {
                StandingCommitteeOutcome.Approved => SuggestionStatus.Approved,
                StandingCommitteeOutcome.ApprovedWithChange => SuggestionStatus.ApprovedWithChange,
                _ => SuggestionStatus.NotApproved,
            };
            Suggestion(type, item.Item)!.ChangeTo(status, item.FinalText, null, context);
        }

        (Outcome, Status) = (input with { Suggestions = null, Individuals = null }, ReviewProposalStatus.DecidedByStandingCommittee);
        return Done();
    }

    private Refusal? WhyNoOutcomes(ItemOutcome[]? outcomes, ReviewSubjectType type, string path, bool isStub)
    {
        var numbers = (outcomes ?? []).Select(o => o.Item).ToList();
        if ((WhyNotItems(numbers, path, type) ?? WhyNotGoingOn(numbers, path, type, s => s.IsAlive)) is { } wrong)
        {
            return wrong;
        }

        var missing = _suggestions.Find(s => s.SubjectType == type && s.IsAlive && !numbers.Contains(s.Number));
        return missing is null || isStub
            ? null
            : Refusal.Invalid([new FieldError(path, "Review.OutcomeMissing", "Đ5.6", missing.Number)]);
    }

    /// <summary>Step 12: the suggestions that were approved are issued to the unit.</summary>
    public Result RecordIssue(IssueInput input, CaseContext context)
    {
        if (Status != ReviewProposalStatus.DecidedByStandingCommittee)
        {
            return NotNow();
        }

        if (context.WhyNotSomebody() is { } nobody)
        {
            return nobody;
        }

        foreach (var suggestion in _suggestions.Where(s => s.IsIssued))
        {
            suggestion.ChangeTo(SuggestionStatus.Issued, null, null, context);
        }

        (Issue, Status) = (input, ReviewProposalStatus.Issued);
        return Done();
    }

    // Where nothing has to be explained, the unit's review follows at once what was decided.
    private bool AwaitsConference => Status switch
    {
        ReviewProposalStatus.SubmittedToStandingCommittee => !HasOpenSuggestions,
        ReviewProposalStatus.DecidedByStandingCommittee => !HasIssuedSuggestions,
        ReviewProposalStatus.Issued => true,
        _ => false,
    };

    /// <summary>Step 13: the unit has held its review.</summary>
    public Result HoldConference(ConferenceInput input, CaseContext context)
    {
        if (!AwaitsConference)
        {
            return NotNow();
        }

        if (context.WhyNotSomebody() is { } nobody)
        {
            return nobody;
        }

        if (input.HeldOn > context.Today)
        {
            return Refusal.Invalid([new FieldError("heldOn", "Common.InFuture")]);
        }

        (Conference, Status) = (input, ReviewProposalStatus.Monitoring);
        return Done();
    }

    /// <summary>E-R10: not held, or put off.</summary>
    public Result Postpone(PostponedInput input, CaseContext context)
    {
        if (!AwaitsConference)
        {
            return NotNow();
        }

        if (context.WhyNotSomebody() is { } nobody)
        {
            return nobody;
        }

        if (input.NewDate < context.Today)
        {
            return Refusal.Invalid([new FieldError("newDate", "Common.InPast")]);
        }

        Calendar = Calendar with { ReviewsBy = input.NewDate };
        return Done();
    }

    /// <summary>F18 and F19, step 14: every issued suggestion is judged; a rating that differs from the decided one says why.</summary>
    public Result Advise(AdviceContent input, CaseContext context)
    {
        if (Status != ReviewProposalStatus.Monitoring)
        {
            return NotNow();
        }

        if (context.WhyNotSomebody() is { } nobody)
        {
            return nobody;
        }

        var isStub = input.IsStub();
        if ((WhyNoFollowUps(input.Suggestions, input.Remedies, ReviewSubjectType.Collective, "suggestions", isStub)
            ?? WhyNoFollowUps(
                input.Individuals, input.IndividualRemedies, ReviewSubjectType.Individual, "individuals", isStub)) is { } wrong)
        {
            return wrong;
        }

        var advice = input as AdviceInput;
        if (advice is not null && advice.AdvisedRating != CurrentRating && string.IsNullOrWhiteSpace(advice.ChangeReason) && !isStub)
        {
            return Refusal.Invalid([new FieldError("changeReason", "Common.ReasonRequired", "Đ7.B.4")]);
        }

        foreach (var (type, item) in OfBothKinds(input.Suggestions, input.Individuals))
        {
            var suggestion = Suggestion(type, item.Item)!;
            var mine = (type == ReviewSubjectType.Collective ? input.Remedies : input.IndividualRemedies) ?? [];
            suggestion.NoteFollowUp(item, mine.Where(r => r.Item == item.Item));
            suggestion.ChangeTo(Enum.Parse<SuggestionStatus>(item.Assessment.ToString()!), null, item.Reason, context);
        }

        if (advice is not null)
        {
            Advice = advice with { Suggestions = null, Individuals = null, Remedies = null, IndividualRemedies = null };
            AdvisedRating = advice.AdvisedRating;
            NoteRating("Advised", advice.AdvisedRating!.Value, advice.ChangeReason ?? "", context);
        }

        return Done();
    }

    private Refusal? WhyNoFollowUps(
        ItemFollowUp[]? followUps, RemedyInput[]? remedies, ReviewSubjectType type, string path, bool isStub)
    {
        var numbers = (followUps ?? []).Select(f => f.Item).ToList();
        if ((WhyNotItems(numbers, path, type) ?? WhyNotGoingOn(numbers, path, type, s => s.IsIssued)
            ?? WhyNotRemedies(remedies, type)) is { } wrong)
        {
            return wrong;
        }

        var missing = _suggestions.Find(s => s.SubjectType == type && s.IsIssued && !s.IsKeptOffSystem && !numbers.Contains(s.Number));
        return missing is null || isStub
            ? null
            : Refusal.Invalid([new FieldError(path, "Review.AssessmentMissing", "Đ5.6", missing.Number)]);
    }

    /// <summary>X-08: leaders agree to the advice, and nobody to that of one's own.</summary>
    public Refusal? WhyNotAgreeable(CaseContext context)
    {
        if (Status != ReviewProposalStatus.Monitoring)
        {
            return NotNow();
        }

        if (context.IsFor(AuthorId))
        {
            return ReviewProposalRefusals.OwnProposal;
        }

        return context.Directory.IsLeader(context.PrincipalId, context.Today) ? null : Refusal.Forbidden;
    }

    /// <summary>Step 15: the leaders agree to the advice, and the matter is concluded.</summary>
    public Result Conclude(CaseContext context)
    {
        if (WhyNotAgreeable(context) is { } refusal)
        {
            return refusal;
        }

        Status = ReviewProposalStatus.Concluded;
        return Done();
    }

    /// <summary>Step 16: the official level, by the body that decides it.</summary>
    public Result RecordFinalRating(FinalRatingInput input, CaseContext context)
    {
        if (Status is not (ReviewProposalStatus.Concluded or ReviewProposalStatus.NotPassed))
        {
            return NotNow();
        }

        if (context.WhyNotSomebody() is { } nobody)
        {
            return nobody;
        }

        (FinalRating, FinalDocument) = (input.Level, input);
        NoteRating("Final", input.Level!.Value, "", context);
        return Done();
    }

    /// <summary>Step 17: mended, or carried over to the next cycle.</summary>
    public Result ReportRemedies(RemediesInput input, bool carriesOver, CaseContext context)
    {
        if (Status != ReviewProposalStatus.Concluded)
        {
            return NotNow();
        }

        if (context.WhyNotSomebody() is { } nobody)
        {
            return nobody;
        }

        if (carriesOver)
        {
            foreach (var suggestion in _suggestions.Where(s => s.Remedies.Count > 0))
            {
                suggestion.ChangeTo(SuggestionStatus.CarriedOver, null, null, context);
            }
        }

        RemediesReport = input.Report ?? "";
        return Done();
    }

    public Result Close()
    {
        var isDone = IsAdHoc ? Status == ReviewProposalStatus.Concluded
            : Status is ReviewProposalStatus.Concluded or ReviewProposalStatus.NotPassed && FinalRating is not null;
        if (!isDone)
        {
            return NotNow();
        }

        Status = ReviewProposalStatus.Closed;
        return Done();
    }

    /// <summary>X-08 and R-REV-09: who wrote it, or is concerned oneself, does not decide on it.</summary>
    public IEnumerable<string> Interested() => (Rated?.ConflictedIds ?? []).Concat(AuthorId.Length > 0 ? [AuthorId] : []);

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
        Status != ReviewProposalStatus.AwaitingCollective || !IsInDossier ? NotNow() : WhyNotOfLeaders(context);

    private Refusal? WhyNotOfLeaders(CaseContext context)
    {
        if (Interested().Contains(context.Actor.PersonId) || Interested().Contains(context.PrincipalId))
        {
            return ReviewProposalRefusals.OwnProposal;
        }

        return context.Directory.IsLeader(context.PrincipalId, context.Today) ? null : Refusal.Forbidden;
    }

    private Result Decide(DecisionContent input, string stage, SuggestionStatus dropped, CaseContext context)
    {
        if ((WhyNotItems(input.Suggestions?.Select(i => i.Item), "suggestions", ReviewSubjectType.Collective)
            ?? WhyNotItems(input.Individuals?.Select(i => i.Item), "individuals", ReviewSubjectType.Individual)) is { } wrong)
        {
            return wrong;
        }

        foreach (var (type, item) in OfBothKinds(input.Suggestions, input.Individuals)
            .Where(i => i.Item.Decision != LeaderDecisionKind.Keep))
        {
            var suggestion = Suggestion(type, item.Item)!;
            if (item.Decision == LeaderDecisionKind.Amend)
            {
                suggestion.ChangeTo(SuggestionStatus.Amended, item.Text, item.Reason, context);
            }
            else
            {
                suggestion.ChangeTo(dropped, null, item.Reason, context);
            }
        }

        if (input is IRatingDecision rating && CurrentRating is { } current)
        {
            DecidedRating = rating.RatingDecision == RatingDecisionKind.Change ? rating.RatingLevel : current;
            NoteRating(stage, DecidedRating!.Value, rating.RatingReason ?? "", context);
        }

        return Result.Ok;
    }

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
