using FluentValidation;
using Portal.Domain.Forms;

namespace Portal.Domain.Administration;

public sealed class AreaCreateValidator : AbstractValidator<AreaCreateInput>
{
    public AreaCreateValidator()
    {
        RuleFor(x => x.Code).ShortCode();
        RuleFor(x => x.Name).RequiredText(200);
        RuleFor(x => x.KindId).Needed();
        RuleFor(x => x.PartyCommittee).OptionalText(300);
        RuleFor(x => x.OrganizingBody).OptionalText(300);
        RuleFor(x => x.Address).OptionalText(300);
        RuleFor(x => x.From).Needed();
        RuleFor(x => x.GroupId).Needed("Đ2.3");
        this.ByDecision(x => x.Decision);
    }
}
