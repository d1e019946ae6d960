using FluentValidation;
using Portal.Domain.Forms;

namespace Portal.Domain.Cases;

public sealed class ResultReviewValidator : FormRules<ResultReviewInput>
{
    public ResultReviewValidator(bool opinionRequired)
        : base(() => CaseForms.Review)
    {
        When(x => x.IsStub(), () =>
        {
            RuleFor(x => x.Opinion).AbsentInStub();
            RuleFor(x => x.Directives).AbsentInStub();
            RuleFor(x => x.ItemDirections).AbsentInStub();
        }).Otherwise(() =>
        {
            RuleFor(x => x.Opinion).Reason().When(_ => opinionRequired);
        });
    }
}
