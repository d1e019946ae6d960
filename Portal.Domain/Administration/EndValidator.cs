using FluentValidation;
using Portal.Domain.Forms;

namespace Portal.Domain.Administration;

public sealed class EndValidator : AbstractValidator<EndInput>
{
    public EndValidator()
    {
        RuleFor(x => x.Last).Needed();
        RuleFor(x => x.Reason).Reason().OptionalText(500);
    }
}
