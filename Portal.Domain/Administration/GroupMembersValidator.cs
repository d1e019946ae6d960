using FluentValidation;

namespace Portal.Domain.Administration;

public sealed class GroupMembersValidator : AbstractValidator<GroupMembersInput>
{
    public GroupMembersValidator()
    {
        RuleForEach(x => x.Members).SetValidator(new GroupMemberValidator());
    }
}
