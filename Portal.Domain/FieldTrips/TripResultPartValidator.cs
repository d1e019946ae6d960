using FluentValidation;
using Portal.Domain.Forms;

namespace Portal.Domain.FieldTrips;

public sealed class TripResultPartValidator : FormRules<TripResultPartInput>
{
    public TripResultPartValidator()
        : base(() => TripForms.ResultPart)
    {
        When(x => x.IsStub(), () =>
        {
            RuleFor(x => x.Met).AbsentInStub();
            RuleFor(x => x.Situation).AbsentInStub();
            RuleFor(x => x.Guidance).AbsentInStub();
            RuleFor(x => x.Proposals).AbsentInStub();
            RuleFor(x => x.Files).AbsentInStub();
        }).Otherwise(() =>
        {
            RuleFor(x => x).Must(x => x.Met is { Length: > 0 } || x.Situation is { Length: > 0 }
                || !string.IsNullOrWhiteSpace(x.Guidance) || !string.IsNullOrWhiteSpace(x.Proposals))
                .WithErrorCode("Trip.EmptyPart").OverridePropertyName("");
        });
    }
}
