using Portal.Domain.Forms;

namespace Portal.Domain.Reviews;

public sealed class QuotaOverrideValidator : FormRules<QuotaOverrideInput>
{
    public QuotaOverrideValidator()
        : base(() => ReviewForms.QuotaOverride)
    {
        When(x => x.IsStub(), () => RuleFor(x => x.Reason).AbsentInStub());
    }
}
