using FluentValidation;
using Portal.Domain.Forms;

namespace Portal.Domain.Administration;

public sealed class AreaKindInputValidator : AbstractValidator<AreaKindInput>
{
    public AreaKindInputValidator()
    {
        RuleFor(x => x.Code).ShortCode();
        RuleFor(x => x.Name).RequiredText(200);
        RuleFor(x => x.HasPartyCommittee).NotNull().WithErrorCode("Common.Required");
        RuleFor(x => x.Order).InclusiveBetween(0, 99).WithErrorCode("Org.BadOrder");
    }
}
