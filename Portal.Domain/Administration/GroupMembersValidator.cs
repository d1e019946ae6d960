using FluentValidation;
using Portal.Domain.Forms;

namespace Portal.Domain.Administration;

public sealed class GroupMembersValidator : AbstractValidator<GroupMembersInput>
{
    public GroupMembersValidator()
    {
        RuleFor(x => x.LeadId).Needed("Đ2.3");
        RuleFor(x => x.Members).Needed("Đ2.3");
        RuleForEach(x => x.Members).SetValidator(new GroupMemberValidator());
        RuleFor(x => x.From).Needed();
        this.ByDecision(x => x.Decision);
    }
}
