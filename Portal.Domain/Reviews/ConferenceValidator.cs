using FluentValidation;
using Portal.Domain.Forms;

namespace Portal.Domain.Reviews;

public sealed class ConferenceValidator : AbstractValidator<ConferenceInput>
{
    public ConferenceValidator()
    {
        this.Gate();
        RuleFor(x => x.HeldOn).Needed();
        When(x => x.IsStub(), () => RuleFor(x => x.ReportDocument).AbsentInStub())
            .Otherwise(() => RuleFor(x => x.ReportDocument).OptionalText(300));
    }
}
