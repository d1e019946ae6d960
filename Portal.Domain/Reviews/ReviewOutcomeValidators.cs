using FluentValidation;
using Portal.Domain.Forms;

namespace Portal.Domain.Reviews;

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
