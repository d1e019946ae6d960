using FluentValidation;
using Portal.Domain.Areas;
using Portal.Domain.Forms;

namespace Portal.Domain.Administration;

public sealed class GroupMemberValidator : AbstractValidator<GroupMemberInput>
{
    public GroupMemberValidator()
    {
        RuleFor(x => x.PersonId).Needed();
        RuleForEach(x => x.Specialities).Must(s => WorkDomains.All.Contains(s)).WithErrorCode("Common.WrongType");
    }
}
