using FluentValidation;
using Portal.Domain.Forms;

namespace Portal.Domain.Cases;

internal sealed class AreaIssueValidator : AbstractValidator<AreaIssueInput>
{
    public AreaIssueValidator()
    {
        RuleFor(x => x.AreaId).Needed("Đ5.3");
        RuleFor(x => x.Category).NotNull().WithErrorCode("Common.Required").WithState(_ => "Đ5.3");
        RuleFor(x => x.Facts).RequiredText(4000, "Đ5.3");
        RuleFor(x => x.ProposedSolution).RequiredText(4000, "Đ5.3");
    }
}
