using FluentValidation;
using Portal.Domain.Forms;

namespace Portal.Domain.Administration;

public sealed class GroupEditValidator : AbstractValidator<GroupEditInput>
{
    public GroupEditValidator() => RuleFor(x => x.Name).RequiredText(200);
}
