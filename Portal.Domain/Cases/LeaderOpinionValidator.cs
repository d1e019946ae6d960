using FluentValidation;
using Portal.Domain.Forms;

namespace Portal.Domain.Cases;

/// <summary>F4; the opinion is required for directive, return and decline .</summary>
public sealed class LeaderOpinionValidator : AbstractValidator<LeaderOpinionInput>
{
    public LeaderOpinionValidator(bool opinionRequired)
    {
        this.Gate();
        When(x => x.IsStub(), () =>
        {
            RuleFor(x => x.Opinion).AbsentInStub();
            RuleFor(x => x.Directives).AbsentInStub();
        }).Otherwise(() =>
        {
            RuleFor(x => x.Opinion).OptionalText(2000);
            RuleFor(x => x.Opinion).Reason().When(_ => opinionRequired);
            RuleForEach(x => x.Directives).SetValidator(new DirectiveValidator());
        });
    }
}
