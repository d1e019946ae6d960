using FluentValidation;
using Portal.Domain.Forms;

namespace Portal.Domain.Cases;

public sealed class OralReportFormValidator : FormRules<OralReportForm>
{
    public OralReportFormValidator()
        : base(() => CaseForms.OralReport)
    {
        RuleFor(x => x.OralReport!.Answer).AbsentInStub().When(x => x.IsStub() && x.OralReport is not null);
    }
}
