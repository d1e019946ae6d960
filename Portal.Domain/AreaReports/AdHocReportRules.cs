using Portal.Domain.Forms;

namespace Portal.Domain.AreaReports;

public sealed class AdHocReportRules : FormRules<AdHocReportInput>
{
    public AdHocReportRules()
        : base(() => AdHocReportForms.Report) =>
        When(x => x.IsStub(), () =>
        {
            RuleFor(x => x.Subject).AbsentInStub();
            RuleFor(x => x.Summary).AbsentInStub();
            RuleFor(x => x.Content).AbsentInStub();
            RuleFor(x => x.Proposals).AbsentInStub();
            RuleFor(x => x.Files).AbsentInStub();
        });
}
