using FluentValidation;
using Portal.Domain.Forms;

namespace Portal.Domain.Administration;

public sealed class SuccessorValidator : AbstractValidator<SuccessorInput>
{
    public SuccessorValidator()
    {
        When(x => string.IsNullOrEmpty(x.ExistingId), () =>
        {
            RuleFor(x => x.Name).Needed();
            RuleFor(x => x.KindId).Needed();
            RuleFor(x => x.GroupId).Needed("Đ2.3");
        });
    }
}
