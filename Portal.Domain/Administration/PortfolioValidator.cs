using FluentValidation;
using Portal.Domain.Forms;

namespace Portal.Domain.Administration;

public sealed class PortfolioValidator : AbstractValidator<PortfolioInput>
{
    public PortfolioValidator() => RuleFor(x => x.From).Needed();
}
