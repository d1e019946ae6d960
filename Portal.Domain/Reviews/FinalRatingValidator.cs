using FluentValidation;
using Portal.Domain.Forms;

namespace Portal.Domain.Reviews;

public sealed class FinalRatingValidator : AbstractValidator<FinalRatingInput>
{
    public FinalRatingValidator()
    {
        this.Gate();
        RuleFor(x => x.Level).NotNull().WithErrorCode("Common.Required").WithState(_ => "Đ7.B.4");
        RuleFor(x => x.DecidingBody).RequiredText(300);
        RuleFor(x => x.DocumentNumber).RequiredText(100);
        RuleFor(x => x.DocumentDate).Needed();
    }
}
