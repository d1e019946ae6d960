using FluentValidation;
using Portal.Domain.Forms;

namespace Portal.Domain.Reviews;

public sealed class AdviceValidator : AdviceContentValidator<AdviceInput>
{
    public AdviceValidator()
    {
        RuleFor(x => x.AdvisedRating).NotNull().WithErrorCode("Common.Required").WithState(_ => "Đ7.B.4");
        RuleFor(x => x.ChangeReason).OptionalText(2000);
    }
}
