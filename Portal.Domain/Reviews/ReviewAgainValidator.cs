using Portal.Domain.Forms;

namespace Portal.Domain.Reviews;

public sealed class ReviewAgainValidator : FormRules<ReviewAgainInput>
{
    public ReviewAgainValidator()
        : base(() => ReviewForms.Again)
    {
        When(x => x.IsStub(), () => RuleFor(x => x.Reason).AbsentInStub());
    }
}
