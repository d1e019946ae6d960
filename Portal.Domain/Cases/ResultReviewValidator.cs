using FluentValidation;
using Portal.Domain.Forms;

namespace Portal.Domain.Cases;

public sealed class ResultReviewValidator : AbstractValidator<ResultReviewInput>
{
    public ResultReviewValidator(bool opinionRequired)
    {
        this.Gate();
        When(x => x.IsStub(), () =>
        {
            RuleFor(x => x.Opinion).AbsentInStub();
            RuleFor(x => x.Directives).AbsentInStub();
            RuleFor(x => x.ItemDirections).AbsentInStub();
        }).Otherwise(() =>
        {
            RuleFor(x => x.Opinion).OptionalText(2000);
            RuleFor(x => x.Opinion).Reason().When(_ => opinionRequired);
            RuleForEach(x => x.Directives).SetValidator(new DirectiveValidator());
            RuleForEach(x => x.ItemDirections).ChildRules(i =>
            {
                i.RuleFor(x => x.Item).NotNull().WithErrorCode("Common.Required");
                i.RuleFor(x => x.Direction).RequiredText(2000);
            });
        });
    }
}
