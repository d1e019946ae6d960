using FluentValidation;
using Portal.Domain.Forms;

namespace Portal.Domain.FieldTrips;

internal sealed class ProgrammeLineValidator : AbstractValidator<ProgrammeLine>
{
    public ProgrammeLineValidator()
    {
        RuleFor(x => x.Date).Needed("Đ8.1");
        RuleFor(x => x.From).NotNull().WithErrorCode("Common.Required").WithState(_ => "Đ8.1");
        RuleFor(x => x.To).GreaterThan(x => x.From).WithErrorCode("Common.EndBeforeStart")
            .When(x => x.From is not null && x.To is not null);
        RuleFor(x => x.Place).RequiredText(300, "Đ8.1");
        RuleFor(x => x.With).OptionalText(300);
        RuleFor(x => x.Content).RequiredText(2000, "Đ8.1");
    }
}
