using FluentValidation;
using Portal.Domain.Forms;

namespace Portal.Domain.Cases;

public sealed class ExtensionValidator : AbstractValidator<ExtensionInput>
{
    public ExtensionValidator()
    {
        this.Gate();
        RuleFor(x => x.NewDue).Needed();
        When(x => x.IsStub(), () => RuleFor(x => x.Reason).AbsentInStub()).Otherwise(() => RuleFor(x => x.Reason).Reason());
    }
}
