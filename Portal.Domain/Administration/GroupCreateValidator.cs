using FluentValidation;

namespace Portal.Domain.Administration;

public sealed class GroupCreateValidator : AbstractValidator<GroupCreateInput>
{
    public GroupCreateValidator()
    {
        RuleFor(x => x.Code).ShortCode();
        RuleForEach(x => x.Members).SetValidator(new GroupMemberValidator());
    }
}
