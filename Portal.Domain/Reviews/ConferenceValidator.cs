using Portal.Domain.Forms;

namespace Portal.Domain.Reviews;

public sealed class ConferenceValidator : FormRules<ConferenceInput>
{
    public ConferenceValidator()
        : base(() => ReviewForms.Conference)
    {
        When(x => x.IsStub(), () => RuleFor(x => x.ReportDocument).AbsentInStub());
    }
}
