using FluentValidation;
using Portal.Domain.Forms;

namespace Portal.Domain.FieldTrips;

internal sealed class AreaContactValidator : AbstractValidator<AreaContactInput>
{
    public AreaContactValidator()
    {
        RuleFor(x => x.Exception).NotNull().WithErrorCode("Common.Required").WithState(_ => "Đ9.2");
        RuleFor(x => x.ExceptionReason).NotNull().WithErrorCode("Common.Required").WithState(_ => "Đ9.2").When(x => x.Exception == true);
        When(x => x.Exception == false, () =>
        {
            RuleFor(x => x.ContactPerson).Needed("Đ9.2");
            RuleFor(x => x.Position).Needed("Đ9.2");
            RuleFor(x => x.At).Needed("Đ9.2");
            RuleFor(x => x.Channel).NotNull().WithErrorCode("Common.Required").WithState(_ => "Đ9.2");
            RuleFor(x => x.WithAreaLeaders).NotNull().WithErrorCode("Common.Required");
            RuleFor(x => x.AreaLeaderName).Needed().When(x => x.WithAreaLeaders == true);
        });
    }
}
