using FluentValidation;
using Portal.Domain.Cases;
using Portal.Domain.Forms;

namespace Portal.Domain.FieldTrips;

public sealed class TripResultValidator : FormRules<TripResultInput>
{
    public TripResultValidator()
        : base(() => TripForms.Result)
    {
        RuleFor(x => x.ActualTo).GreaterThan(x => x.ActualFrom).WithErrorCode("Trip.ReturnBeforeDeparture")
            .When(x => x.ActualFrom is not null && x.ActualTo is not null);
        When(x => x.IsStub(), () =>
        {
            RuleFor(x => x.Punctuality).AbsentInStub();
            RuleFor(x => x.Deviations).AbsentInStub();
            RuleFor(x => x.Met).AbsentInStub();
            RuleFor(x => x.Situation).AbsentInStub();
            RuleFor(x => x.Items).AbsentInStub();
            RuleFor(x => x.Issues).AbsentInStub();
            RuleFor(x => x.Commitments).AbsentInStub();
            RuleFor(x => x.Guidance).AbsentInStub();
            RuleFor(x => x.Speech).AbsentInStub();
            RuleFor(x => x.CooperationText).AbsentInStub();
            RuleFor(x => x.Proposals).AbsentInStub();
            RuleFor(x => x.AssessmentReason).AbsentInStub();
            RuleFor(x => x.Files).AbsentInStub();
            RuleFor(x => x.LateReason).AbsentInStub();
        }).Otherwise(() =>
        {
            When(x => x.Spoke == true, () =>
            {
                RuleFor(x => x.Speech!).SetValidator(new SpeechValidator()).When(x => x.Speech is not null);
            });
        });
    }
}
