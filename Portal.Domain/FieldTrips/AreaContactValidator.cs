using FluentValidation;
using Portal.Domain.Forms;

namespace Portal.Domain.FieldTrips;

internal sealed class AreaContactValidator : AbstractValidator<AreaContactInput>
{
    public AreaContactValidator()
    {
        RuleFor(x => x.AreaId).Needed("Đ9.2");
        RuleFor(x => x.Exception).NotNull().WithErrorCode("Common.Required").WithState(_ => "Đ9.2");
        When(x => x.Exception == true, () =>
        {
            RuleFor(x => x.ExceptionReason).NotNull().WithErrorCode("Common.Required").WithState(_ => "Đ9.2");
            RuleFor(x => x.ExceptionText).Reason(1000);
        });
        When(x => x.Exception == false, () =>
        {
            RuleFor(x => x.ContactPerson).RequiredText(200, "Đ9.2");
            RuleFor(x => x.Position).RequiredText(200, "Đ9.2");
            RuleFor(x => x.At).Needed("Đ9.2");
            RuleFor(x => x.Channel).NotNull().WithErrorCode("Common.Required").WithState(_ => "Đ9.2");
            RuleFor(x => x.WithAreaLeaders).NotNull().WithErrorCode("Common.Required");
            RuleFor(x => x.AreaLeaderName).RequiredText(200).When(x => x.WithAreaLeaders == true);
            RuleFor(x => x.AreaLeaderContent).RequiredText(1000).When(x => x.WithAreaLeaders == true);
            RuleFor(x => x.Agreed).OptionalText(1000);
            RuleFor(x => x.ProgrammeChanges).OptionalText(1000);
        });
    }
}
