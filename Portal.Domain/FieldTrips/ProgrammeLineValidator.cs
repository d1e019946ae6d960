using FluentValidation;

namespace Portal.Domain.FieldTrips;

internal sealed class ProgrammeLineValidator : AbstractValidator<ProgrammeLine>
{
    public ProgrammeLineValidator()
    {
        RuleFor(x => x.To).GreaterThan(x => x.From).WithErrorCode("Common.EndBeforeStart")
            .When(x => x.From is not null && x.To is not null);
    }
}
