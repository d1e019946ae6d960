using Portal.Domain.Forms;

namespace Portal.Domain.Reviews;

public sealed class AdHocReviewValidator : FormRules<AdHocReviewInput>
{
    public AdHocReviewValidator()
        : base(() => ReviewForms.AdHocStart)
    {
        When(x => x.IsStub(), () => RuleFor(x => x.TriggerText).AbsentInStub());
    }
}
