using Portal.Domain.Forms;

namespace Portal.Domain.AreaReports;

public sealed class BriefingDraftRules : FormRules<BriefingDraftInput>
{
    public BriefingDraftRules()
        : base(() => AreaBriefingForms.Draft) =>
        When(x => x.IsStub(), () =>
        {
            RuleFor(x => x.Sections).AbsentInStub();
            RuleFor(x => x.Files).AbsentInStub();
        });
}
