using FluentValidation;
using Portal.Domain.Forms;

namespace Portal.Domain.FieldTrips;

public sealed class TripChangeValidator : AbstractValidator<TripChangeInput>
{
    public TripChangeValidator()
    {
        this.Gate();
        RuleFor(x => x.Place).OptionalText(300);
        RuleFor(x => x).Must(x => x.DepartsAt is not null || x.ReturnsAt is not null || !string.IsNullOrWhiteSpace(x.Place)
            || !string.IsNullOrWhiteSpace(x.Purpose) || x.ParticipantIds is { Length: > 0 } || x.IsStub())
            .WithErrorCode("Trip.NothingChanged").OverridePropertyName("");
        When(x => x.IsStub(), () =>
        {
            RuleFor(x => x.Purpose).AbsentInStub();
            RuleFor(x => x.Reason).AbsentInStub();
        }).Otherwise(() =>
        {
            RuleFor(x => x.Purpose).OptionalText(3000);
            RuleFor(x => x.Reason).Reason();
        });
    }
}
