using FluentValidation;
using Portal.Domain.Forms;

namespace Portal.Domain.LeaderTasks;

public sealed class LeaderTaskReportValidator : AbstractValidator<LeaderTaskReportInput>
{
    public LeaderTaskReportValidator()
    {
        this.Gate();
        When(x => x.IsStub(), () =>
        {
            RuleFor(x => x.Report).AbsentInStub();
            RuleFor(x => x.Files).AbsentInStub();
        }).Otherwise(() => RuleFor(x => x.Report).RequiredText(8000, "Đ5.7"));
    }
}
