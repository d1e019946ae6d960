using FluentValidation;
using Portal.Domain.Areas;

namespace Portal.Domain.Administration;

public sealed class GroupMemberValidator : AbstractValidator<GroupMemberInput>
{
    public GroupMemberValidator()
    {
        RuleForEach(x => x.Specialities).Must(s => WorkDomains.All.Contains(s)).WithErrorCode("Common.WrongType");
    }
}
