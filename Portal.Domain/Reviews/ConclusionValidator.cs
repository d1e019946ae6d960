using FluentValidation;
using Portal.Domain.Forms;

namespace Portal.Domain.Reviews;

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
