using FluentValidation;
using Portal.Domain.Forms;

namespace Portal.Domain.Areas;

public sealed class AbsenceValidator : AbstractValidator<AbsenceInput>
{
    public AbsenceValidator()
    {
        RuleFor(x => x.From).NotNull().WithErrorCode("Common.Required");
        RuleFor(x => x.To).NotNull().WithErrorCode("Common.Required");
        RuleFor(x => x.Reason).RequiredText(300);
    }
}
