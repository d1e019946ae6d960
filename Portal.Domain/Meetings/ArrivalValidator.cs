using FluentValidation;
using Portal.Domain.Forms;

namespace Portal.Domain.Meetings;

public sealed class ArrivalValidator : AbstractValidator<ArrivalInput>
{
    public ArrivalValidator()
    {
        this.Gate();
        RuleFor(x => x.ArrivedAt).Needed("Đ7.A.5");
        When(x => x.IsStub(), () => RuleFor(x => x.LateReason).AbsentInStub())
            .Otherwise(() => RuleFor(x => x.LateReason).OptionalText(500));
    }
}
