using Portal.Domain.Forms;

namespace Portal.Domain.AreaReports;

public sealed class AreaReportValidator : FormRules<AreaReportInput>
{
    public AreaReportValidator()
        : base(() => AreaReportForms.Report) =>
        When(x => x.IsStub(), () =>
        {
            RuleFor(x => x.Summary).AbsentInStub();
            RuleFor(x => x.General).AbsentInStub();
            RuleFor(x => x.Results).AbsentInStub();
            RuleFor(x => x.NewItems).AbsentInStub();
            RuleFor(x => x.Proposals).AbsentInStub();
            RuleFor(x => x.NextMonth).AbsentInStub();
            RuleFor(x => x.Files).AbsentInStub();
            RuleFor(x => x.LateReason).AbsentInStub();
        });
}
