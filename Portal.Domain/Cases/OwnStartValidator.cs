using FluentValidation;
using Portal.Domain.Forms;

namespace Portal.Domain.Cases;

public sealed class OwnStartValidator : AbstractValidator<OwnStartInput>
{
    public OwnStartValidator()
    {
        this.Gate();
        When(x => !x.IsStub(), () => RuleFor(x => x.Title).RequiredText(200));
        RuleFor(x => x.Content).OptionalText(4000);
        When(x => x.IsStub(), () =>
        {
            RuleFor(x => x.Title).AbsentInStub();
            RuleFor(x => x.Content).AbsentInStub();
        });
    }
}
