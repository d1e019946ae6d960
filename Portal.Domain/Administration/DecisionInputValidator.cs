using FluentValidation;
using Portal.Domain.Forms;

namespace Portal.Domain.Administration;

public sealed class DecisionInputValidator : AbstractValidator<DecisionInput>
{
    public DecisionInputValidator()
    {
        RuleFor(x => x.Number).RequiredText(100, "Đ2.3");
        RuleFor(x => x.Date).Needed("Đ2.3");
        RuleFor(x => x.SignerId).Needed("Đ2.3");
        RuleFor(x => x.Summary).OptionalText(300);
    }
}
