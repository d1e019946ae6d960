using FluentValidation;
using Portal.Domain.Forms;

namespace Portal.Domain.Cases;

public sealed class ResultReviewValidator : FormRules<ResultReviewInput>
{
    public ResultReviewValidator(OpinionDemand demand)
        : base(() => CaseForms.Review)
    {
        When(x => x.IsStub(), () =>
        {
            RuleFor(x => x.Opinion).AbsentInStub();
            RuleFor(x => x.Directives).AbsentInStub();
            RuleFor(x => x.ItemDirections).AbsentInStub();
        }).Otherwise(() =>
        {
            RuleFor(x => x.Opinion).Reason().When(_ => demand == OpinionDemand.Reason);
            RuleFor(x => x.Opinion).NotEmpty().WithErrorCode("Common.OpinionRequired")
                .When(x => demand == OpinionDemand.OpinionOrDirective && x.Directives is not { Length: > 0 }
                    && x.ItemDirections is not { Length: > 0 });
        });
    }
}
