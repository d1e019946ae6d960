using Portal.Domain.Forms;

namespace Portal.Domain.Reviews;

public sealed class PostponedValidator : FormRules<PostponedInput>
{
    public PostponedValidator()
        : base(() => ReviewForms.Postponed)
    {
        When(x => x.IsStub(), () => RuleFor(x => x.Reason).AbsentInStub());
    }
}
