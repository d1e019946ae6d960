using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Forms;

namespace Portal.Domain.Reviews;

/// <summary>Steps 8 to 12: the dossier goes to the Standing Committee, and what it decides is issued to the unit.</summary>
public sealed partial class ReviewProposal
{
    /// <summary>Null when it may become part of the dossier now.</summary>
    public Refusal? WhyNotInDossier() => IsInDossier || CaseState != CaseState.Open ? NotNow() : null;

    /// <summary>Step 8: it lies before the collective. One that is still worked on follows later (E-R12).</summary>
    public Result EnterDossier(CaseContext context)
    {
        if (WhyNotInDossier() is { } refusal)
        {
            return refusal;
        }

        IsInDossier = true;
        GiveTime(StepNow, context);
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
    public Result MarkSent(SubmissionSentInput input, CaseContext context)
    {
        if (WhyNotSent() is { } refusal)
        {
            return refusal;
        }

        (IsSent, Sent) = (true, input);
        if (Status == ReviewProposalStatus.PassedByCollective)
        {
            GoTo(ReviewProposalStatus.SubmittedToStandingCommittee, context);
        }

        return Done();
    }

    /// <summary>It was passed after the dossier had been sent, and has to follow it.</summary>
    public bool HasToFollowSent() => IsSent && Status == ReviewProposalStatus.PassedByCollective;

    /// <summary>A proposal that was passed after the dossier had been sent.</summary>
    public Result FollowSent(CaseContext context)
    {
        if (!HasToFollowSent())
        {
            return NotNow();
        }

        GoTo(ReviewProposalStatus.SubmittedToStandingCommittee, context);
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

        Outcome = input with { Suggestions = null, Individuals = null };
        GoTo(ReviewProposalStatus.DecidedByStandingCommittee, context);
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

    /// <summary>E-R9: the Standing Committee has changed or refused something that the group does not know yet.</summary>
    public bool NeedsRelease =>
        Status == ReviewProposalStatus.DecidedByStandingCommittee && Outcome?.ReleasedToGroup is null && Released is null
            && _suggestions.Exists(s => s.IsToBeReleased);

    /// <summary>E-R9: the group may know what became of it; what the unit has been sent is no secret any more.</summary>
    public bool IsKnownToGroup(ReviewSuggestion suggestion) =>
        !suggestion.IsToBeReleased || Outcome?.ReleasedToGroup == true
            || Released?.Releases(suggestion.SubjectType, suggestion.Number) == true;

    /// <summary>E-R9, after step 11: the head says of each suggestion that was changed or refused whether the group may know.</summary>
    public Result Release(ReleaseInput input, CaseContext context)
    {
        if (!NeedsRelease)
        {
            return NotNow();
        }

        if (context.PrincipalId != context.Directory.Head(context.Today))
        {
            return Refusal.Forbidden;
        }

        if ((WhyNotReleases(input.Suggestions, ReviewSubjectType.Collective, "suggestions")
            ?? WhyNotReleases(input.Individuals, ReviewSubjectType.Individual, "individuals")) is { } wrong)
        {
            return wrong;
        }

        Released = input with { Secrecy = null };
        GiveTime(StepNow, context);
        return Done();
    }

    private Refusal? WhyNotReleases(ItemRelease[]? releases, ReviewSubjectType type, string path)
    {
        var numbers = (releases ?? []).Select(r => r.Item).ToList();
        return WhyNotItems(numbers, path, type) ?? WhyNotGoingOn(numbers, path, type, s => s.IsToBeReleased);
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

        Issue = input;
        GoTo(ReviewProposalStatus.Issued, context);
        return Done();
    }
}
