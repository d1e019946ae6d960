using FluentValidation;
using Portal.Domain.Forms;

namespace Portal.Domain.Administration;

public sealed class AreaAssignValidator : AbstractValidator<AreaAssignInput>
{
    public AreaAssignValidator()
    {
        RuleFor(x => x.AreaIds).Needed();
        RuleFor(x => x.GroupId).Needed("Đ2.3");
        RuleFor(x => x.From).Needed();
        this.ByDecision(x => x.Decision);
    }
}
