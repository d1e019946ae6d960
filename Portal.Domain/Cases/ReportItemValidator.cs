using FluentValidation;
using Portal.Domain.Forms;

namespace Portal.Domain.Cases;

internal sealed class ReportItemValidator : AbstractValidator<ReportItemInput>
{
    public ReportItemValidator()
    {
        RuleFor(x => x.AreaId).Needed("Đ5.1");
        RuleFor(x => x.Kind).NotNull().WithErrorCode("Common.Required").WithState(_ => "Đ5.1");
        RuleFor(x => x.Domain).Needed("Đ2.2");
        RuleFor(x => x.Level).NotNull().WithErrorCode("Common.Required");
        RuleFor(x => x.Content).RequiredText(4000, "Đ5.1");
        RuleFor(x => x.ProposedHandling).OptionalText(2000);
        RuleFor(x => x.AskedOf).OptionalText(300);
        RuleFor(x => x.ConcernsPersonnel).NotNull().WithErrorCode("Common.Required").WithState(_ => "Đ4.1-3");
    }
}
