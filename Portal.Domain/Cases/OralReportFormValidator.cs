using FluentValidation;
using Portal.Domain.Forms;

namespace Portal.Domain.Cases;

public sealed class OralReportFormValidator : AbstractValidator<OralReportForm>
{
    public OralReportFormValidator()
    {
        this.Gate();
        RuleFor(x => x.OralReport).NotNull().WithErrorCode("Common.Required").WithState(_ => "Đ7.A.5");
        RuleFor(x => x.OralReport!).SetValidator(new OralReportValidator()).When(x => x.OralReport is not null);
        RuleFor(x => x.OralReport!.Answer).AbsentInStub().When(x => x.IsStub() && x.OralReport is not null);
    }
}
