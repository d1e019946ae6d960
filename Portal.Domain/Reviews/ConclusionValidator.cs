using FluentValidation;
using Portal.Domain.Forms;

namespace Portal.Domain.Reviews;

public sealed class ConclusionValidator : FormRules<ConclusionInput>
{
    public ConclusionValidator(bool concludes)
        : base(() => ReviewForms.Conclusion)
    {
        When(x => x.IsStub(), () =>
        {
            RuleFor(x => x.Opinion).AbsentInStub();
            RuleFor(x => x.ConclusionDocument).AbsentInStub();
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
