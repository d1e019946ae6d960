using FluentValidation;
using Portal.Domain.Areas;
using Portal.Domain.Forms;

namespace Portal.Domain.Reviews;

/// <summary>The shape of P3's input. What depends on the case, the organisation or the time is refused by the aggregates.</summary>
public sealed class ReviewCycleValidator : AbstractValidator<ReviewCycleInput>
{
    public ReviewCycleValidator()
    {
        this.Gate();
        RuleFor(x => x.Year).NotNull().WithErrorCode("Common.Required").InclusiveBetween(2000, 2100).WithErrorCode("Review.YearRange");
        RuleFor(x => x.Title).RequiredText(300);
        RuleFor(x => x.ReferenceDate).Needed();
        RuleFor(x => x.LegalBases).Needed("Đ5.6");
        RuleForEach(x => x.LegalBases).ChildRules(b => b.RuleFor(x => x.Document).RequiredText(400));
        RuleFor(x => x.Scope).NotNull().WithErrorCode("Common.Required");
        RuleFor(x => x.UsesScore).NotNull().WithErrorCode("Common.Required");
        RuleFor(x => x.Quota).NotNull().WithErrorCode("Common.Required");
        When(x => x.Quota is not null, () =>
        {
            RuleFor(x => x.Quota!.Percent).NotNull().WithErrorCode("Common.Required").InclusiveBetween(0, 100).WithErrorCode("Review.PercentRange");
            RuleFor(x => x.Quota!.ExceptionalPercent).NotNull().WithErrorCode("Common.Required").InclusiveBetween(0, 100).WithErrorCode("Review.PercentRange");
            RuleFor(x => x.Quota!.Base).NotNull().WithErrorCode("Common.Required");
            RuleFor(x => x.Quota!.Rounding).NotNull().WithErrorCode("Common.Required");
        });
        RuleFor(x => x.ComparableGroups).Needed();
        RuleForEach(x => x.ComparableGroups).ChildRules(g =>
        {
            g.RuleFor(x => x.Name).RequiredText(200);
            g.RuleFor(x => x.AreaIds).Needed();
        });
        RuleFor(x => x.Consultants).Needed("Đ11");
        RuleForEach(x => x.Consultants).ChildRules(c =>
        {
            c.RuleFor(x => x.Domain).Must(d => d is not null && WorkDomains.All.Contains(d)).WithErrorCode("Common.Required");
            c.RuleFor(x => x.DepartmentId).Needed();
        });
        RuleFor(x => x.Calendar).NotNull().WithErrorCode("Common.Required");
        RuleFor(x => x.Calendar!).Custom((calendar, context) =>
        {
            DateOnly? before = null;
            foreach (var (name, day) in calendar.Days())
            {
                if (day is null)
                {
                    context.AddFailure(new FluentValidation.Results.ValidationFailure($"calendar.{name}", name) { ErrorCode = "Common.Required" });
                }
                else if (day < before)
                {
                    context.AddFailure(new FluentValidation.Results.ValidationFailure($"calendar.{name}", name) { ErrorCode = "Review.CalendarOrder" });
                }

                before = day ?? before;
            }
        }).When(x => x.Calendar is not null);
        When(x => x.IsStub(), () => RuleFor(x => x.Instructions).AbsentInStub()).Otherwise(() => RuleFor(x => x.Instructions).OptionalText(8000));
    }
}

public sealed class DossierValidator : AbstractValidator<DossierInput>
{
    public DossierValidator()
    {
        this.Gate();
        RuleForEach(x => x.Gaps).ChildRules(g => g.RuleFor(x => x.AreaId).Needed());
        When(x => x.IsStub(), () =>
        {
            RuleFor(x => x.Note).AbsentInStub();
            RuleForEach(x => x.Gaps).ChildRules(g => g.RuleFor(x => x.Reason).AbsentInStub());
        }).Otherwise(() =>
        {
            RuleFor(x => x.Note).OptionalText(4000);
            RuleForEach(x => x.Gaps).ChildRules(g => g.RuleFor(x => x.Reason).Reason(1000));
        });
    }
}

public sealed class ReviewAgainValidator : AbstractValidator<ReviewAgainInput>
{
    public ReviewAgainValidator()
    {
        this.Gate();
        RuleFor(x => x.AreaId).Needed();
        When(x => x.IsStub(), () => RuleFor(x => x.Reason).AbsentInStub()).Otherwise(() => RuleFor(x => x.Reason).Reason());
    }
}

public sealed class QuotaOverrideValidator : AbstractValidator<QuotaOverrideInput>
{
    public QuotaOverrideValidator()
    {
        this.Gate();
        RuleFor(x => x.Group).RequiredText(200);
        RuleFor(x => x.Kind).NotNull().WithErrorCode("Common.Required");
        When(x => x.IsStub(), () => RuleFor(x => x.Reason).AbsentInStub()).Otherwise(() => RuleFor(x => x.Reason).Reason());
    }
}

public sealed class RescheduleValidator : AbstractValidator<RescheduleInput>
{
    public RescheduleValidator()
    {
        this.Gate();
        RuleFor(x => x.Days).NotNull().WithErrorCode("Common.Required").InclusiveBetween(-90, 180).WithErrorCode("Review.DaysRange").NotEqual(0).WithErrorCode("Review.DaysRange");
        When(x => x.IsStub(), () => RuleFor(x => x.Reason).AbsentInStub()).Otherwise(() => RuleFor(x => x.Reason).Reason());
    }
}

public sealed class SubmissionSentValidator : AbstractValidator<SubmissionSentInput>
{
    public SubmissionSentValidator()
    {
        this.Gate();
        RuleFor(x => x.DocumentNumber).OptionalText(100);
        RuleFor(x => x.SentOn).Needed();
        When(x => x.IsStub(), () => RuleFor(x => x.Note).AbsentInStub()).Otherwise(() => RuleFor(x => x.Note).OptionalText(2000));
    }
}

/// <summary>F12; with an opinion there is at least one matter, or a view of the rating.</summary>
public sealed class MemberInputValidator : AbstractValidator<MemberInput>
{
    public MemberInputValidator(bool some)
    {
        this.Gate();
        When(x => x.IsStub(), () =>
        {
            RuleFor(x => x.Matters).AbsentInStub();
            RuleFor(x => x.IndividualMatters).AbsentInStub();
        }).Otherwise(() =>
        {
            RuleFor(x => x.Matters).Must((x, _) => x.Matters is { Length: > 0 } || x.IndividualMatters is { Length: > 0 } || x.RatingView is not null)
                .WithErrorCode("Review.InputEmpty").WithState(_ => "Đ5.6").When(_ => some);
            RuleForEach(x => x.Matters).SetValidator(new MatterValidator());
            RuleForEach(x => x.IndividualMatters).SetValidator(new MatterValidator());
        });
    }

    private sealed class MatterValidator : AbstractValidator<MemberMatter>
    {
        public MatterValidator()
        {
            RuleFor(x => x.Matter).RequiredText(4000, "Đ5.6");
            RuleFor(x => x.Evidence).OptionalText(2000);
            RuleFor(x => x.SuggestedSubject).OptionalText(300);
        }
    }
}

/// <summary>R-REV-03 [Q]: each suggestion has a fact, and evidence or an explanation why there is none.</summary>
internal sealed class SuggestionValidator : AbstractValidator<SuggestionInput>
{
    public SuggestionValidator(bool individual)
    {
        if (individual)
        {
            RuleFor(x => x.KeptOffSystem).NotNull().WithErrorCode("Common.Required").WithState(_ => "Đ7.A.6");
        }
        else
        {
            RuleFor(x => x.KeptOffSystem).Null().WithErrorCode("Common.WrongType");
            RuleFor(x => x.Stub).Null().WithErrorCode("Secrecy.StubUnexpected");
        }

        When(x => x.KeptOffSystem == true, () =>
        {
            RuleFor(x => x.Stub).NotNull().WithErrorCode("Secrecy.StubRequired");
            RuleFor(x => x.Stub!.Keeper).RequiredText(200).When(x => x.Stub is not null);
            RuleFor(x => x.Stub!.StoragePlace).RequiredText(200).When(x => x.Stub is not null);
            RuleFor(x => x.SubjectName).AbsentInStub();
            RuleFor(x => x.Matter).AbsentInStub();
            RuleFor(x => x.Evidence).AbsentInStub();
            RuleFor(x => x.EvidenceCases).AbsentInStub();
            RuleFor(x => x.SuggestedText).AbsentInStub();
            RuleFor(x => x.NoEvidenceReason).AbsentInStub();
            RuleFor(x => x.BasisDocument).AbsentInStub();
            RuleFor(x => x.Earlier).AbsentInStub();
        }).Otherwise(() =>
        {
            RuleFor(x => x.SubjectName).RequiredText(300, "Đ5.6");
            RuleFor(x => x.Domain).Must(d => d is not null && WorkDomains.All.Contains(d)).WithErrorCode("Common.Required").WithState(_ => "Đ2.2");
            RuleFor(x => x.Matter).RequiredText(4000, "Đ5.6");
            RuleFor(x => x.Evidence).OptionalText(2000);
            RuleFor(x => x.NoEvidenceReason).OptionalText(1000);
            RuleFor(x => x.NoEvidenceReason).NotEmpty().WithErrorCode("Review.EvidenceNeeded").WithState(_ => "Đ5.6")
                .When(x => string.IsNullOrWhiteSpace(x.Evidence) && x.EvidenceCases is not { Length: > 0 });
            RuleFor(x => x.SuggestedText).RequiredText(2000, "Đ5.6");
            RuleFor(x => x.ClarifyCause).Must((x, _) => x.ClarifyCause == true || x.ClarifyCollective == true || x.ClarifyIndividuals == true || x.ClarifyRemedy == true)
                .WithErrorCode("Review.ClarifyNothing");
            RuleFor(x => x.BasisDocument).OptionalText(500);
            RuleFor(x => x.Earlier).OptionalText(300);
        });
    }
}

public abstract class ProposalContentValidator<T> : AbstractValidator<T>
    where T : ProposalContent
{
    protected ProposalContentValidator()
    {
        this.Gate();
        RuleFor(x => x.NoSuggestion).NotNull().WithErrorCode("Common.Required").WithState(_ => "Đ5.6");
        When(x => x.IsStub(), () =>
        {
            RuleFor(x => x.NoSuggestionReason).AbsentInStub();
            RuleFor(x => x.Suggestions).AbsentInStub();
            RuleFor(x => x.Individuals).AbsentInStub();
            RuleFor(x => x.Files).AbsentInStub();
        }).Otherwise(() =>
        {
            // R-REV-02 [Q]: either suggestions, or why there are none.
            RuleFor(x => x.NoSuggestionReason).Reason().When(x => x.NoSuggestion == true);
            RuleFor(x => x.Suggestions).Must((x, _) => x.Suggestions is { Length: > 0 } || x.Individuals is { Length: > 0 })
                .WithErrorCode("Review.NoSuggestionYet").WithState(_ => "Đ5.6").When(x => x.NoSuggestion == false);
            RuleForEach(x => x.Suggestions).SetValidator(new SuggestionValidator(individual: false)).When(x => x.NoSuggestion == false);
            RuleForEach(x => x.Individuals).SetValidator(new SuggestionValidator(individual: true)).When(x => x.NoSuggestion == false);
        });
    }

    protected void Handle(System.Linq.Expressions.Expression<Func<T, IEnumerable<OpinionHandlingInput>?>> handling) =>
        RuleForEach(handling!).ChildRules(h =>
        {
            h.RuleFor(x => x.DepartmentId).Needed();
            h.RuleFor(x => x.Handling).NotNull().WithErrorCode("Common.Required");
            h.RuleFor(x => x.Reason).Reason(1000).When(x => x.Handling is OpinionHandling.NotAccepted or OpinionHandling.PartlyAccepted);
            h.RuleFor(x => x.Reason).OptionalText(1000);
        });
}

public class ReviewProposalValidator<T> : ProposalContentValidator<T>
    where T : ReviewProposalInput
{
    public ReviewProposalValidator()
    {
        RuleFor(x => x.Rating).NotNull().WithErrorCode("Common.Required").WithState(_ => "Đ7.B.4");
        When(x => x.Rating is not null, () =>
        {
            RuleFor(x => x.Rating!.Level).NotNull().WithErrorCode("Common.Required").WithState(_ => "Đ7.B.4");
            RuleFor(x => x.Rating!.Score).InclusiveBetween(0, 100).WithErrorCode("Review.ScoreRange").When(x => x.Rating!.Score is not null);
            RuleFor(x => x.Rating!.Justification).RequiredText(3000, "Đ7.B.4").When(x => !x.IsStub());
            RuleFor(x => x.Rating!.Justification).AbsentInStub().When(x => x.IsStub());
            RuleFor(x => x.Rating!.ConditionReason).AbsentInStub().When(x => x.IsStub());

            // R-REV-06 [P]: the highest level in spite of a condition that is not met says why.
            RuleFor(x => x.Rating!.ConditionReason).Reason(1000)
                .When(x => !x.IsStub() && x.Rating!.Level == QualityRating.Excellent && x.Rating.Conditions?.AnyNotMet() == true);
            RuleFor(x => x.Rating!.Conditions).NotNull().WithErrorCode("Common.Required").When(x => x.Rating!.Level == QualityRating.Excellent);
        });
    }
}

public sealed class ReviewFinalValidator : ReviewProposalValidator<ReviewFinalInput>
{
    public ReviewFinalValidator() => Handle(x => x.Handling);
}

public sealed class AdHocProposalValidator : ProposalContentValidator<AdHocProposalInput>
{
    public AdHocProposalValidator(bool skips)
    {
        RuleFor(x => x.SkipConsultReason).Reason(1000).When(x => skips && !x.IsStub());
        RuleFor(x => x.SkipConsultReason).AbsentInStub().When(x => x.IsStub());
    }
}

public sealed class AdHocFinalValidator : ProposalContentValidator<AdHocFinalInput>
{
    public AdHocFinalValidator() => Handle(x => x.Handling);
}

/// <summary>F14; who does not agree, or wants a change, says what.</summary>
public sealed class ConsultationValidator : AbstractValidator<ConsultationInput>
{
    public ConsultationValidator(bool commentRequired)
    {
        this.Gate();
        When(x => x.IsStub(), () =>
        {
            RuleFor(x => x.Comment).AbsentInStub();
            RuleFor(x => x.Items).AbsentInStub();
            RuleFor(x => x.AdditionalMatters).AbsentInStub();
        }).Otherwise(() =>
        {
            RuleFor(x => x.Comment).Must((x, c) => !string.IsNullOrWhiteSpace(c) || x.Items is { Length: > 0 } || !string.IsNullOrWhiteSpace(x.AdditionalMatters))
                .WithErrorCode("Common.ReasonRequired").When(_ => commentRequired);
            RuleFor(x => x.Comment).OptionalText(4000);
            RuleFor(x => x.AdditionalMatters).OptionalText(4000);
            RuleForEach(x => x.Items).ChildRules(i =>
            {
                i.RuleFor(x => x.Item).NotNull().WithErrorCode("Common.Required");
                i.RuleFor(x => x.Stance).NotNull().WithErrorCode("Common.Required");
                i.RuleFor(x => x.Comment).Reason().When(x => x.Stance is ConsultationStance.Disagree or ConsultationStance.AgreeWithChange);
                i.RuleFor(x => x.Comment).OptionalText(2000);
            });
        });
    }
}

public sealed class AssignOpinionValidator : AbstractValidator<AssignOpinionInput>
{
    public AssignOpinionValidator() => RuleFor(x => x.StaffId).Needed("Đ11");
}

internal sealed class ItemDecisionValidator : AbstractValidator<ItemDecision>
{
    public ItemDecisionValidator()
    {
        RuleFor(x => x.Item).NotNull().WithErrorCode("Common.Required");
        RuleFor(x => x.Decision).NotNull().WithErrorCode("Common.Required");
        RuleFor(x => x.Text).RequiredText(2000).When(x => x.Decision == LeaderDecisionKind.Amend);
        RuleFor(x => x.Reason).Reason(1000).When(x => x.Decision == LeaderDecisionKind.Drop);
    }
}

public class DecisionValidator<T> : AbstractValidator<T>
    where T : DecisionContent
{
    /// <param name="opinionRequired">To send back, to refuse: X-10.</param>
    /// <param name="decides">The collective decides: when and how it did so is asked for.</param>
    public DecisionValidator(bool opinionRequired, bool decides = true)
    {
        this.Gate();
        When(x => x.IsStub(), () =>
        {
            RuleFor(x => x.Opinion).AbsentInStub();
            RuleFor(x => x.Suggestions).AbsentInStub();
            RuleFor(x => x.Individuals).AbsentInStub();
        }).Otherwise(() =>
        {
            RuleFor(x => x.Opinion).OptionalText(2000);
            RuleFor(x => x.Opinion).Reason().When(_ => opinionRequired);
            RuleForEach(x => x.Suggestions).SetValidator(new ItemDecisionValidator());
            RuleForEach(x => x.Individuals).SetValidator(new ItemDecisionValidator());
        });
        RuleFor(x => x).Custom((x, context) =>
        {
            if (decides && x is ICollectiveDecision collective)
            {
                CollectiveRules.Check(collective, context.AddFailure);
            }
        });
    }
}

/// <summary>F15 and F16 with the rating: kept unless changed to a level with a reason.</summary>
public sealed class ReviewDecisionValidator<T> : DecisionValidator<T>
    where T : ReviewDecisionInput
{
    public ReviewDecisionValidator(bool agrees, bool opinionRequired = false)
        : base(opinionRequired, agrees)
    {
        RuleFor(x => x.RatingDecision).NotNull().WithErrorCode("Common.Required").WithState(_ => "Đ7.B.4").When(_ => agrees);
        RuleFor(x => x.RatingLevel).NotNull().WithErrorCode("Common.Required").When(x => x.RatingDecision == RatingDecisionKind.Change);
        RuleFor(x => x.RatingReason).Reason(1000).When(x => x.RatingDecision == RatingDecisionKind.Change && !x.IsStub());
        RuleFor(x => x.RatingReason).AbsentInStub().When(x => x.IsStub());
    }
}

internal static class CollectiveRules
{
    public static void Check(ICollectiveDecision decision, Action<FluentValidation.Results.ValidationFailure> fail)
    {
        if (decision.MeetingDate is null)
        {
            fail(new FluentValidation.Results.ValidationFailure("meetingDate", "") { ErrorCode = "Common.Required" });
        }

        if (decision.Form is null)
        {
            fail(new FluentValidation.Results.ValidationFailure("form", "") { ErrorCode = "Common.Required" });
        }
    }
}

public sealed class OutcomeValidator : AbstractValidator<OutcomeInput>
{
    public OutcomeValidator()
    {
        this.Gate();
        RuleFor(x => x.DocumentNumber).OptionalText(100);
        RuleFor(x => x.DocumentDate).Needed();
        RuleFor(x => x.ReleasedToGroup).NotNull().WithErrorCode("Common.Required");
        RuleFor(x => x.Suggestions).AbsentInStub().When(x => x.IsStub());
        RuleFor(x => x.Individuals).AbsentInStub().When(x => x.IsStub());
        RuleForEach(x => x.Suggestions).SetValidator(new ItemOutcomeValidator());
        RuleForEach(x => x.Individuals).SetValidator(new ItemOutcomeValidator());
    }

    private sealed class ItemOutcomeValidator : AbstractValidator<ItemOutcome>
    {
        public ItemOutcomeValidator()
        {
            RuleFor(x => x.Item).NotNull().WithErrorCode("Common.Required");
            RuleFor(x => x.Outcome).NotNull().WithErrorCode("Common.Required");
            RuleFor(x => x.FinalText).RequiredText(2000).When(x => x.Outcome == StandingCommitteeOutcome.ApprovedWithChange);
        }
    }
}

public sealed class IssueValidator : AbstractValidator<IssueInput>
{
    public IssueValidator()
    {
        this.Gate();
        RuleFor(x => x.DocumentNumber).RequiredText(100);
        RuleFor(x => x.DocumentDate).Needed();
        RuleFor(x => x.SentOn).Needed();
        RuleFor(x => x.SentOn).GreaterThanOrEqualTo(x => x.DocumentDate).WithErrorCode("Common.EndBeforeStart").When(x => x.SentOn is not null && x.DocumentDate is not null);
        RuleFor(x => x.Addressee).RequiredText(300);
    }
}

public sealed class ConferenceValidator : AbstractValidator<ConferenceInput>
{
    public ConferenceValidator()
    {
        this.Gate();
        RuleFor(x => x.HeldOn).Needed();
        When(x => x.IsStub(), () => RuleFor(x => x.ReportDocument).AbsentInStub()).Otherwise(() => RuleFor(x => x.ReportDocument).OptionalText(300));
    }
}

public sealed class PostponedValidator : AbstractValidator<PostponedInput>
{
    public PostponedValidator()
    {
        this.Gate();
        RuleFor(x => x.NewDate).Needed();
        When(x => x.IsStub(), () => RuleFor(x => x.Reason).AbsentInStub()).Otherwise(() => RuleFor(x => x.Reason).Reason());
    }
}

public class AdviceContentValidator<T> : AbstractValidator<T>
    where T : AdviceContent
{
    public AdviceContentValidator()
    {
        this.Gate();
        When(x => x.IsStub(), () =>
        {
            RuleFor(x => x.Suggestions).AbsentInStub();
            RuleFor(x => x.Individuals).AbsentInStub();
            RuleFor(x => x.Remedies).AbsentInStub();
            RuleFor(x => x.IndividualRemedies).AbsentInStub();
            RuleFor(x => x.Remark).AbsentInStub();
        }).Otherwise(() =>
        {
            RuleFor(x => x.Remark).RequiredText(8000, "Đ7.A.3");
            RuleForEach(x => x.Suggestions).SetValidator(new FollowUpValidator());
            RuleForEach(x => x.Individuals).SetValidator(new FollowUpValidator());
            RuleForEach(x => x.Remedies).SetValidator(new RemedyValidator());
            RuleForEach(x => x.IndividualRemedies).SetValidator(new RemedyValidator());
        });
    }

    private sealed class FollowUpValidator : AbstractValidator<ItemFollowUp>
    {
        public FollowUpValidator()
        {
            RuleFor(x => x.Item).NotNull().WithErrorCode("Common.Required");
            RuleFor(x => x.Explanation).RequiredText(4000);
            RuleFor(x => x.Cause).OptionalText(2000);
            RuleFor(x => x.Responsibility).OptionalText(2000);
            RuleFor(x => x.Assessment).NotNull().WithErrorCode("Common.Required");
            RuleFor(x => x.Reason).Reason(1000);
        }
    }

    private sealed class RemedyValidator : AbstractValidator<RemedyInput>
    {
        public RemedyValidator()
        {
            RuleFor(x => x.Item).NotNull().WithErrorCode("Common.Required");
            RuleFor(x => x.What).RequiredText(2000);
            RuleFor(x => x.Who).RequiredText(300);
            RuleFor(x => x.By).Needed();
        }
    }
}

public sealed class AdviceValidator : AdviceContentValidator<AdviceInput>
{
    public AdviceValidator()
    {
        RuleFor(x => x.AdvisedRating).NotNull().WithErrorCode("Common.Required").WithState(_ => "Đ7.B.4");
        RuleFor(x => x.ChangeReason).OptionalText(2000);
    }
}

public sealed class ConclusionValidator : AbstractValidator<ConclusionInput>
{
    public ConclusionValidator(bool concludes)
    {
        this.Gate();
        When(x => x.IsStub(), () =>
        {
            RuleFor(x => x.Opinion).AbsentInStub();
            RuleFor(x => x.ConclusionDocument).AbsentInStub();
        }).Otherwise(() =>
        {
            RuleFor(x => x.Opinion).OptionalText(2000);
            RuleFor(x => x.ConclusionDocument).OptionalText(300);
        });
        RuleFor(x => x).Custom((x, context) =>
        {
            if (concludes)
            {
                CollectiveRules.Check(x, context.AddFailure);
            }
        });
    }
}

public sealed class FinalRatingValidator : AbstractValidator<FinalRatingInput>
{
    public FinalRatingValidator()
    {
        this.Gate();
        RuleFor(x => x.Level).NotNull().WithErrorCode("Common.Required").WithState(_ => "Đ7.B.4");
        RuleFor(x => x.DecidingBody).RequiredText(300);
        RuleFor(x => x.DocumentNumber).RequiredText(100);
        RuleFor(x => x.DocumentDate).Needed();
    }
}

public sealed class RemediesValidator : AbstractValidator<RemediesInput>
{
    public RemediesValidator()
    {
        this.Gate();
        When(x => x.IsStub(), () => RuleFor(x => x.Report).AbsentInStub()).Otherwise(() => RuleFor(x => x.Report).RequiredText(8000));
    }
}

public sealed class AdHocReviewValidator : AbstractValidator<AdHocReviewInput>
{
    public AdHocReviewValidator()
    {
        this.Gate();
        RuleFor(x => x.AreaId).Needed("Đ5.6");
        RuleFor(x => x.Trigger).NotNull().WithErrorCode("Common.Required").WithState(_ => "Đ5.6");
        When(x => x.IsStub(), () => RuleFor(x => x.TriggerText).AbsentInStub()).Otherwise(() => RuleFor(x => x.TriggerText).RequiredText(2000, "Đ5.6"));
    }
}
