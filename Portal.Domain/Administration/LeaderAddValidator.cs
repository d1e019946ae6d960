using FluentValidation;
using Portal.Domain.Forms;

namespace Portal.Domain.Administration;

public sealed class LeaderAddValidator : AbstractValidator<LeaderAddInput>
{
    public LeaderAddValidator()
    {
        RuleFor(x => x.PersonId).Needed();
        RuleFor(x => x.Position).NotNull().WithErrorCode("Common.Required");
        RuleFor(x => x.Order).InclusiveBetween(0, 99).WithErrorCode("Org.BadOrder");
        RuleFor(x => x.From).Needed();
    }
}
