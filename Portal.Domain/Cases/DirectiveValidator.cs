using FluentValidation;
using Portal.Domain.Forms;

namespace Portal.Domain.Cases;

internal sealed class DirectiveValidator : AbstractValidator<DirectiveInput>
{
    public DirectiveValidator()
    {
        RuleFor(x => x.Content).RequiredText(2000, "Đ4.1-2");
        RuleFor(x => x.AssigneeId).Needed("Đ4.1-2");
    }
}
