using FluentValidation;
using Portal.Domain.Forms;

namespace Portal.Domain.FieldTrips;

public sealed class TripChangeValidator : FormRules<TripChangeInput>
{
    public TripChangeValidator()
        : base(() => TripForms.Change)
    {
        RuleFor(x => x).Must(x => x.DepartsAt is not null || x.ReturnsAt is not null || !string.IsNullOrWhiteSpace(x.Place)
            || !string.IsNullOrWhiteSpace(x.Purpose) || x.ParticipantIds is { Length: > 0 } || x.Programme is { Length: > 0 } || x.IsStub())
            .WithErrorCode("Trip.NothingChanged").OverridePropertyName("");
        When(x => x.IsStub(), () =>
        {
            RuleFor(x => x.Purpose).AbsentInStub();
            RuleFor(x => x.Programme).AbsentInStub();
            RuleFor(x => x.Reason).AbsentInStub();
        });
    }
}
