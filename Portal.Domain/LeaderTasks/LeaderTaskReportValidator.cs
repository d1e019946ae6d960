using Portal.Domain.Forms;

namespace Portal.Domain.LeaderTasks;

public sealed class LeaderTaskReportValidator : FormRules<LeaderTaskReportInput>
{
    public LeaderTaskReportValidator()
        : base(() => LeaderTaskForms.Report)
    {
        When(x => x.IsStub(), () =>
        {
            RuleFor(x => x.Report).AbsentInStub();
            RuleFor(x => x.Files).AbsentInStub();
        });
    }
}
