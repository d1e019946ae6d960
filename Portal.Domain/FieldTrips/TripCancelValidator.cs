using FluentValidation;
using Portal.Domain.Forms;

namespace Portal.Domain.FieldTrips;

public sealed class TripCancelValidator : AbstractValidator<TripCancelInput>
{
    public TripCancelValidator()
    {
        this.Gate();
        RuleFor(x => x.By).NotNull().WithErrorCode("Common.Required");
        RuleFor(x => x.AreaInformed).NotNull().WithErrorCode("Common.Required");
        When(x => x.IsStub(), () => RuleFor(x => x.Reason).AbsentInStub()).Otherwise(() => RuleFor(x => x.Reason).Reason());
    }
}
