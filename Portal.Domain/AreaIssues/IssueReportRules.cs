using FluentValidation;
using Portal.Domain.Forms;

namespace Portal.Domain.AreaIssues;

public sealed class IssueReportRules : FormRules<IssueReportInput>
{
    public IssueReportRules()
        : base(() => AreaIssueForms.Report) =>
        When(x => x.IsStub(), () =>
        {
            RuleFor(x => x.Facts).AbsentInStub();
            RuleFor(x => x.HowKnown).AbsentInStub();
            RuleFor(x => x.ProposedSolution).AbsentInStub();
            RuleFor(x => x.Files).AbsentInStub();
            RuleFor(x => x.OralReport!.Answer).AbsentInStub().When(x => x.OralReport is not null);
        });
}
