using FluentValidation;
using Portal.Domain.Forms;

namespace Portal.Domain.Administration;

public sealed class SuccessorValidator : AbstractValidator<SuccessorInput>
{
    public SuccessorValidator()
    {
        RuleFor(x => x.Name).OptionalText(200);
        When(x => string.IsNullOrEmpty(x.ExistingId), () =>
        {
            RuleFor(x => x.Name).RequiredText(200);
            RuleFor(x => x.KindId).Needed();
            RuleFor(x => x.GroupId).Needed("Đ2.3");
        });
    }
}
