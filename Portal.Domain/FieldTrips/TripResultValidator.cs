using FluentValidation;
using Portal.Domain.Cases;
using Portal.Domain.Forms;

namespace Portal.Domain.FieldTrips;

public sealed class TripResultValidator : AbstractValidator<TripResultInput>
{
    public TripResultValidator()
    {
        this.Gate();
        RuleFor(x => x.ActualFrom).Needed("Đ8.1");
        RuleFor(x => x.ActualTo).Needed("Đ8.1");
        RuleFor(x => x.ActualTo).GreaterThan(x => x.ActualFrom).WithErrorCode("Trip.ReturnBeforeDeparture")
            .When(x => x.ActualFrom is not null && x.ActualTo is not null);
        RuleFor(x => x.ParticipantIds).Needed();
        RuleFor(x => x.Spoke).NotNull().WithErrorCode("Common.Required").WithState(_ => "Đ7.A.5");
        RuleFor(x => x.Assessment).NotNull().WithErrorCode("Common.Required");
        RuleFor(x => x.ConcernsPersonnel).NotNull().WithErrorCode("Common.Required").WithState(_ => "Đ4.1-3");
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
            RuleFor(x => x.Punctuality).RequiredText(1000, "Đ7.A.5");
            RuleFor(x => x.Deviations).OptionalText(3000);
            RuleFor(x => x.LateReason).OptionalText(1000);
            RuleFor(x => x.Met).Needed("Đ8.1");
            RuleForEach(x => x.Met).ChildRules(m =>
            {
                m.RuleFor(x => x.AreaId).Needed();
                m.RuleFor(x => x.Place).RequiredText(300);
                m.RuleFor(x => x.Person).RequiredText(300);
                m.RuleFor(x => x.Content).RequiredText(3000);
            });
            RuleFor(x => x.Situation).Needed("Đ5.1");
            RuleForEach(x => x.Situation).ChildRules(s =>
            {
                s.RuleFor(x => x.AreaId).Needed();
                s.RuleFor(x => x.Domain).Needed("Đ2.2");
                s.RuleFor(x => x.Text).RequiredText(6000, "Đ5.1");
            });
            RuleForEach(x => x.Items).SetValidator(new ReportItemValidator());
            RuleForEach(x => x.Issues).SetValidator(new AreaIssueValidator());
            RuleFor(x => x.Commitments).OptionalText(3000);
            RuleFor(x => x.Guidance).OptionalText(3000);
            RuleFor(x => x.Proposals).OptionalText(3000);
            RuleFor(x => x.CooperationText).RequiredText(2000, "Đ9.4").When(x => x.Cooperation == Cooperation.Obstructed);
            RuleFor(x => x.AssessmentReason).RequiredText(1000)
                .When(x => x.Assessment is TripAssessment.Partly or TripAssessment.NotAchieved);
            When(x => x.Spoke == true, () =>
            {
                RuleFor(x => x.Speech).NotNull().WithErrorCode("Common.Required").WithState(_ => "Đ6.1");
                RuleFor(x => x.Speech!).SetValidator(new SpeechValidator(delivered: true)).When(x => x.Speech is not null);
            });
        });
    }
}
