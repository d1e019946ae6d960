using FluentValidation;
using Portal.Domain.Forms;

namespace Portal.Domain.Administration;

public sealed class GroupCreateValidator : AbstractValidator<GroupCreateInput>
{
    public GroupCreateValidator()
    {
        RuleFor(x => x.Code).ShortCode();
        RuleFor(x => x.Name).RequiredText(200);
        RuleFor(x => x.LeadId).Needed("Đ2.3");
        RuleFor(x => x.Members).Needed("Đ2.3");
        RuleForEach(x => x.Members).SetValidator(new GroupMemberValidator());
        RuleFor(x => x.From).Needed();
        this.ByDecision(x => x.Decision);
    }
}
