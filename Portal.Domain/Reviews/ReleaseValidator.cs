using Portal.Domain.Forms;

namespace Portal.Domain.Reviews;

public sealed class ReleaseValidator : FormRules<ReleaseInput>
{
    public ReleaseValidator()
        : base(() => ReviewForms.Release)
    {
        When(x => x.IsStub(), () =>
        {
            RuleFor(x => x.Opinion).AbsentInStub();
            RuleFor(x => x.Suggestions).AbsentInStub();
            RuleFor(x => x.Individuals).AbsentInStub();
        });
    }
}
