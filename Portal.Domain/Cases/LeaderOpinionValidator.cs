using FluentValidation;
using Portal.Domain.Forms;

namespace Portal.Domain.Cases;

/// <summary>F4; the opinion is required for directive, return and decline .</summary>
public sealed class LeaderOpinionValidator : FormRules<LeaderOpinionInput>
{
    public LeaderOpinionValidator(OpinionDemand demand)
        : base(() => CaseForms.Opinion)
    {
        When(x => x.IsStub(), () =>
        {
            RuleFor(x => x.Opinion).AbsentInStub();
            RuleFor(x => x.Directives).AbsentInStub();
        }).Otherwise(() =>
        {
            RuleFor(x => x.Opinion).Reason().When(_ => demand == OpinionDemand.Reason);
            RuleFor(x => x.Opinion).NotEmpty().WithErrorCode("Common.OpinionRequired")
                .When(x => demand == OpinionDemand.OpinionOrDirective && x.Directives is not { Length: > 0 });
        });
    }
}
