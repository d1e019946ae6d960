using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Forms;

namespace Portal.Domain.Reviews;

/// <summary>Steps 13 to 17: the review that the unit holds, the advice on it, the final rating and the remedies.</summary>
public sealed partial class ReviewProposal
{
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

        Conference = input;
        GoTo(ReviewProposalStatus.Monitoring, context);
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

        Calendar = Calendar.Moved("reviewsBy", input.NewDate!.Value);
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
    private Refusal? WhyNotAgreeable(CaseContext context)
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

    /// <summary>Step 14: the advice goes to those who conclude.</summary>
    public Result AgreeToAdvice(CaseContext context) => PassAdviceOn("conclusionsBy", context);

    /// <summary>Steps 14 and 15: the advice goes back to the lead.</summary>
    public Result ReturnAdvice(CaseContext context) => PassAdviceOn("adviceBy", context);

    private Result PassAdviceOn(string step, CaseContext context)
    {
        if (WhyNotAgreeable(context) is { } refusal)
        {
            return refusal;
        }

        GiveTime(step, context);
        return Done();
    }

    /// <summary>Step 15: the leaders agree to the advice, and the matter is concluded.</summary>
    public Result Conclude(CaseContext context)
    {
        if (WhyNotAgreeable(context) is { } refusal)
        {
            return refusal;
        }

        GoTo(ReviewProposalStatus.Concluded, context);
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
}
