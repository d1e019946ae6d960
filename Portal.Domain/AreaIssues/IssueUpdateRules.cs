using Portal.Domain.Forms;

namespace Portal.Domain.AreaIssues;

public sealed class IssueUpdateRules : FormRules<IssueUpdateInput>
{
    public IssueUpdateRules()
        : base(() => AreaIssueForms.Update) =>
        When(x => x.IsStub(), () =>
        {
            RuleFor(x => x.Facts).AbsentInStub();
            RuleFor(x => x.Files).AbsentInStub();
        });
}
