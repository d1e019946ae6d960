using FluentValidation;
using Portal.Domain.Forms;

namespace Portal.Domain.Cases;

internal sealed class OralReportValidator : AbstractValidator<OralReportInput>
{
    public OralReportValidator()
    {
        RuleFor(x => x.ToId).Needed("Đ7.A.5");
        RuleFor(x => x.At).Needed("Đ7.A.5");
        RuleFor(x => x.Channel).NotNull().WithErrorCode("Common.Required").WithState(_ => "Đ7.A.5");
        RuleFor(x => x.Answer).OptionalText(1000);
    }
}
