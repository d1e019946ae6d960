using Portal.Domain.Forms;

namespace Portal.Domain.AreaReports;

public sealed class BriefingRequestRules : FormRules<BriefingRequestInput>
{
    public BriefingRequestRules()
        : base(() => AreaBriefingForms.Request) =>
        When(x => x.IsStub(), () => RuleFor(x => x.Purpose).AbsentInStub());
}
