using FluentValidation;
using Portal.Domain.Forms;

namespace Portal.Domain.Reviews;

internal sealed class ItemDecisionValidator : AbstractValidator<ItemDecision>
{
    public ItemDecisionValidator()
    {
        RuleFor(x => x.Item).NotNull().WithErrorCode("Common.Required");
        RuleFor(x => x.Decision).NotNull().WithErrorCode("Common.Required");
        RuleFor(x => x.Text).RequiredText(2000).When(x => x.Decision == LeaderDecisionKind.Amend);
        RuleFor(x => x.Reason).Reason(1000).When(x => x.Decision == LeaderDecisionKind.Drop);
    }
}
