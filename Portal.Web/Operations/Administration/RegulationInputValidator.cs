using FluentValidation;
using Portal.Domain.Forms;

namespace Portal.Web.Operations.Administration;

public sealed class RegulationInputValidator : AbstractValidator<RegulationInput>
{
    public RegulationInputValidator()
    {
        RuleFor(x => x.Number).RequiredText(100);
        RuleFor(x => x.Date).Needed();
        RuleFor(x => x.Signer).MaximumLength(200).WithErrorCode("Common.TooLong");
    }
}
