using FluentValidation;
using Portal.Domain.Areas;
using Portal.Domain.Forms;

namespace Portal.Domain.Reviews;

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
