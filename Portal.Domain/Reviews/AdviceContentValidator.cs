using FluentValidation;
using Portal.Domain.Forms;

namespace Portal.Domain.Reviews;

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
