using FluentValidation;
using Portal.Domain.Areas;
using Portal.Domain.Cases;
using Portal.Domain.Forms;

namespace Portal.Domain.FieldTrips;

/// <summary>The shape of P1's input. What depends on the case, the organisation or the time is refused by <see cref="FieldTrip"/>.</summary>
public sealed class TripNoticeValidator : AbstractValidator<TripNoticeInput>
{
    public TripNoticeValidator()
    {
        this.Gate();
        RuleFor(x => x.AreaIds).Needed("Đ8.1");
        RuleFor(x => x.DepartsAt).Needed("Đ8.1");
        RuleFor(x => x.ReturnsAt).Needed("Đ8.1");
        RuleFor(x => x.ReturnsAt).GreaterThan(x => x.DepartsAt).WithErrorCode("Trip.ReturnBeforeDeparture")
            .When(x => x.DepartsAt is not null && x.ReturnsAt is not null);
        RuleFor(x => x.Place).RequiredText(300, "Đ8.1");
        RuleFor(x => x.ParticipantIds).Needed();
        RuleFor(x => x.TripLeaderId).Needed();
        RuleFor(x => x.TripLeaderId).Must((x, id) => x.ParticipantIds!.Contains(id)).WithErrorCode("Trip.LeaderNotParticipant")
            .When(x => x.ParticipantIds is { Length: > 0 } && !string.IsNullOrEmpty(x.TripLeaderId));
        RuleFor(x => x.Domains).Needed("Đ2.2");
        RuleForEach(x => x.Domains).Must(WorkDomains.All.Contains).WithErrorCode("Common.WrongType");
        RuleFor(x => x.AdHocReason).Needed("Đ8.1").When(x => x.PlanItemId is null);
        RuleFor(x => x.Transport).OptionalText(300);
        RuleFor(x => x.ExpectsToSpeak).NotNull().WithErrorCode("Common.Required").WithState(_ => "Đ7.A.5");
        When(x => x.ReportedOrally == true, () =>
        {
            RuleFor(x => x.OralReport).NotNull().WithErrorCode("Common.Required");
            RuleFor(x => x.OralReport!).SetValidator(new OralReportValidator()).When(x => x.OralReport is not null);
        });
        When(x => x.IsStub(), () =>
        {
            RuleFor(x => x.Purpose).AbsentInStub();
            RuleFor(x => x.Programme).AbsentInStub();
            RuleFor(x => x.AdHocText).AbsentInStub();
            RuleFor(x => x.Documents).AbsentInStub();
            RuleFor(x => x.Files).AbsentInStub();
            RuleFor(x => x.Speech).AbsentInStub();
            RuleFor(x => x.LateReason).AbsentInStub();
            RuleFor(x => x.OralReport!.Answer).AbsentInStub().When(x => x.OralReport is not null);
        }).Otherwise(() =>
        {
            RuleFor(x => x.Purpose).RequiredText(3000, "Đ8.1");
            RuleFor(x => x.AdHocText).RequiredText(1000).When(x => x.PlanItemId is null);
            RuleFor(x => x.Documents).OptionalText(1000);
            RuleFor(x => x.LateReason).OptionalText(1000);
            RuleFor(x => x.Programme).Needed("Đ8.1");
            RuleForEach(x => x.Programme).SetValidator(new ProgrammeLineValidator());
            When(x => x.ExpectsToSpeak == true, () =>
            {
                RuleFor(x => x.Speech).NotNull().WithErrorCode("Common.Required").WithState(_ => "Đ7.A.5");
                RuleFor(x => x.Speech!).SetValidator(new SpeechValidator(delivered: false)).When(x => x.Speech is not null);
            });
        });
    }
}

internal sealed class ProgrammeLineValidator : AbstractValidator<ProgrammeLine>
{
    public ProgrammeLineValidator()
    {
        RuleFor(x => x.Date).Needed("Đ8.1");
        RuleFor(x => x.From).NotNull().WithErrorCode("Common.Required").WithState(_ => "Đ8.1");
        RuleFor(x => x.To).GreaterThan(x => x.From).WithErrorCode("Common.EndBeforeStart").When(x => x.From is not null && x.To is not null);
        RuleFor(x => x.Place).RequiredText(300, "Đ8.1");
        RuleFor(x => x.With).OptionalText(300);
        RuleFor(x => x.Content).RequiredText(2000, "Đ8.1");
    }
}

public sealed class PriorContactValidator : AbstractValidator<PriorContactInput>
{
    public PriorContactValidator()
    {
        this.Gate();
        RuleFor(x => x.Contacts).Needed("Đ9.2");
        When(x => x.IsStub(), () => RuleForEach(x => x.Contacts).ChildRules(c =>
        {
            c.RuleFor(x => x.AreaId).Needed("Đ9.2");
            c.RuleFor(x => x.Agreed).AbsentInStub();
            c.RuleFor(x => x.ProgrammeChanges).AbsentInStub();
            c.RuleFor(x => x.AreaLeaderContent).AbsentInStub();
            c.RuleFor(x => x.ExceptionText).AbsentInStub();
        })).Otherwise(() => RuleForEach(x => x.Contacts).SetValidator(new AreaContactValidator()));
    }
}

internal sealed class AreaContactValidator : AbstractValidator<AreaContactInput>
{
    public AreaContactValidator()
    {
        RuleFor(x => x.AreaId).Needed("Đ9.2");
        RuleFor(x => x.Exception).NotNull().WithErrorCode("Common.Required").WithState(_ => "Đ9.2");
        When(x => x.Exception == true, () =>
        {
            RuleFor(x => x.ExceptionReason).NotNull().WithErrorCode("Common.Required").WithState(_ => "Đ9.2");
            RuleFor(x => x.ExceptionText).Reason(1000);
        });
        When(x => x.Exception == false, () =>
        {
            RuleFor(x => x.ContactPerson).RequiredText(200, "Đ9.2");
            RuleFor(x => x.Position).RequiredText(200, "Đ9.2");
            RuleFor(x => x.At).Needed("Đ9.2");
            RuleFor(x => x.Channel).NotNull().WithErrorCode("Common.Required").WithState(_ => "Đ9.2");
            RuleFor(x => x.WithAreaLeaders).NotNull().WithErrorCode("Common.Required");
            RuleFor(x => x.AreaLeaderName).RequiredText(200).When(x => x.WithAreaLeaders == true);
            RuleFor(x => x.AreaLeaderContent).RequiredText(1000).When(x => x.WithAreaLeaders == true);
            RuleFor(x => x.Agreed).OptionalText(1000);
            RuleFor(x => x.ProgrammeChanges).OptionalText(1000);
        });
    }
}

public sealed class TripCancelValidator : AbstractValidator<TripCancelInput>
{
    public TripCancelValidator()
    {
        this.Gate();
        RuleFor(x => x.By).NotNull().WithErrorCode("Common.Required");
        RuleFor(x => x.AreaInformed).NotNull().WithErrorCode("Common.Required");
        When(x => x.IsStub(), () => RuleFor(x => x.Reason).AbsentInStub()).Otherwise(() => RuleFor(x => x.Reason).Reason());
    }
}

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

public sealed class DepartureValidator : AbstractValidator<DepartureInput>
{
    public DepartureValidator()
    {
        this.Gate();
        RuleFor(x => x.DepartedAt).Needed("Đ7.A.5");
        RuleFor(x => x.Participants).Needed();
        RuleForEach(x => x.Participants).ChildRules(p =>
        {
            p.RuleFor(x => x.PersonId).Needed();
            p.RuleFor(x => x.Went).NotNull().WithErrorCode("Common.Required");
            p.RuleFor(x => x.Reason).RequiredText(500).When(x => x.Went == false);
        });
        RuleFor(x => x.Participants).Must(ps => ps!.Any(p => p.Went == true)).WithErrorCode("Trip.NobodyWent")
            .When(x => x.Participants is { Length: > 0 } ps && ps.All(p => p.Went is not null));
    }
}

public sealed class TripNotesValidator : AbstractValidator<TripNotesInput>
{
    public TripNotesValidator()
    {
        this.Gate();
        RuleFor(x => x.ReturnedAt).Needed();
        When(x => x.IsStub(), () =>
        {
            RuleFor(x => x.Notes).AbsentInStub();
            RuleFor(x => x.Deviations).AbsentInStub();
            RuleFor(x => x.Files).AbsentInStub();
        }).Otherwise(() =>
        {
            RuleFor(x => x.Notes).OptionalText(20000);
            RuleFor(x => x.Deviations).OptionalText(3000);
        });
    }
}

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
            RuleFor(x => x.AssessmentReason).RequiredText(1000).When(x => x.Assessment is TripAssessment.Partly or TripAssessment.NotAchieved);
            When(x => x.Spoke == true, () =>
            {
                RuleFor(x => x.Speech).NotNull().WithErrorCode("Common.Required").WithState(_ => "Đ6.1");
                RuleFor(x => x.Speech!).SetValidator(new SpeechValidator(delivered: true)).When(x => x.Speech is not null);
            });
        });
    }
}
