using FluentValidation;
using Portal.Domain.Forms;

namespace Portal.Domain.Meetings;

internal sealed class ExtraAttendeeValidator : AbstractValidator<ExtraAttendeeInput>
{
    public ExtraAttendeeValidator()
    {
        RuleFor(x => x.PersonId).Needed("Đ7.B.3");
        RuleFor(x => x.Covers).OptionalText(300);
    }
}
