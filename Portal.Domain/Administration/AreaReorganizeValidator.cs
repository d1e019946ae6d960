using FluentValidation;
using Portal.Domain.Areas;

namespace Portal.Domain.Administration;

public sealed class AreaReorganizeValidator : AbstractValidator<AreaReorganizeInput>
{
    public AreaReorganizeValidator()
    {
        RuleForEach(x => x.Successors).SetValidator(new SuccessorValidator());

        // A merger leaves one area, a split at least two, and a new name one for one.
        RuleFor(x => x.Successors).Must((x, s) => x.Kind switch
        {
            LineageKind.Merge => s!.Length == 1 && x.AreaIds!.Length + s.Count(o => !string.IsNullOrEmpty(o.ExistingId)) >= 2,
            LineageKind.Split => s!.Length >= 2 && x.AreaIds!.Length == 1,
            LineageKind.Rename => s!.Length == 1 && x.AreaIds!.Length == 1 && string.IsNullOrEmpty(s[0].ExistingId),
            _ => true,
        }).WithErrorCode("Org.WrongCount").When(x => x.AreaIds is { Length: > 0 } && x.Successors is { Length: > 0 });
    }
}
