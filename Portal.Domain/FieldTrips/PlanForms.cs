using FluentValidation;
using Portal.Domain.Areas;
using Portal.Domain.Cases;
using Portal.Domain.Forms;

namespace Portal.Domain.FieldTrips;

public enum TimeOfDay
{
    Morning,
    Afternoon,
    FullDay,
    SeveralDays,
}

public enum PlanPriority
{
    Normal,
    High,
}

/// <summary>One item of F1. Days are those of Viet Nam.</summary>
public sealed record TripPlanItemInput
{
    public string[]? AreaIds { get; init; }

    public string? SubUnits { get; init; }

    public string? Purpose { get; init; }

    public string[]? Domains { get; init; }

    public DateOnly? DateFrom { get; init; }

    public DateOnly? DateTo { get; init; }

    public TimeOfDay? TimeOfDay { get; init; }

    public string? Place { get; init; }

    public string[]? ParticipantIds { get; init; }

    public string? TripLeaderId { get; init; }

    public string? WhomToMeet { get; init; }

    public string? RelatedItems { get; init; }

    public PlanPriority? Priority { get; init; }
}

/// <summary>F1 Kế hoạch đi địa bàn tháng. Group and month are those of the plan.</summary>
public sealed record TripPlanInput : IGatedInput
{
    public SecrecyGate? Secrecy { get; init; }

    public bool? NoTrip { get; init; }

    public string? NoTripReason { get; init; }

    public TripPlanItemInput[]? Items { get; init; }

    public string? Note { get; init; }
}

/// <summary>A leader's remark on one item, by its number from 1.</summary>
public sealed record PlanItemOpinion
{
    public int? Item { get; init; }

    public string? Text { get; init; }
}

/// <summary>F4 on a plan: as a whole, and per item.</summary>
public sealed record PlanOpinionInput : IGatedInput
{
    public SecrecyGate? Secrecy { get; init; }

    public string? Opinion { get; init; }

    public PlanItemOpinion[]? ItemOpinions { get; init; }

    public DirectiveInput[]? Directives { get; init; }
}

public sealed record PlanItemDropInput : IGatedInput
{
    public SecrecyGate? Secrecy { get; init; }

    public int? Item { get; init; }

    public string? Reason { get; init; }
}

public sealed record PlanItemMoveInput : IGatedInput
{
    public SecrecyGate? Secrecy { get; init; }

    public int? Item { get; init; }

    public DateOnly? DateFrom { get; init; }

    public DateOnly? DateTo { get; init; }

    public string? Reason { get; init; }
}

/// <summary>The forms of the monthly plan (F1, F4).</summary>
public static class PlanForms
{
    private static readonly FormField ItemNumber = new("item", FieldKind.Integer) { Required = true };

    public static FormSchema Plan { get; } = new FormSchema("trip-plan", typeof(TripPlanInput),
        new FormPage("plan", "Đ8.1",
            SecrecyGate.Field,
            new("noTrip", FieldKind.YesNo) { Required = true, Clause = "Đ8.1" },
            new("noTripReason", FieldKind.LongText) { Required = true, MaxLength = 500, When = new("noTrip", "true"), IsContent = true },
            new FormField("items", FieldKind.Rows)
            {
                Required = true,
                Clause = "Đ8.1",
                When = new("noTrip", "false"),
                Items =
                [
                    new("areaIds", FieldKind.Areas) { Required = true },
                    new("subUnits", FieldKind.Text) { MaxLength = 500 },
                    new("purpose", FieldKind.LongText) { Required = true, MaxLength = 3000, IsContent = true },
                    new("domains", FieldKind.WorkDomains) { Required = true },
                    new("dateFrom", FieldKind.Date) { Required = true },
                    new("dateTo", FieldKind.Date) { Required = true },
                    new("timeOfDay", FieldKind.Choice) { Required = true, Options = Enum.GetNames<TimeOfDay>() },
                    new("place", FieldKind.Text) { Required = true, MaxLength = 300 },
                    new("participantIds", FieldKind.People) { Required = true },
                    new("tripLeaderId", FieldKind.Person) { Required = true },
                    new("whomToMeet", FieldKind.Text) { MaxLength = 300, IsContent = true },
                    new("relatedItems", FieldKind.Text) { MaxLength = 500, IsContent = true },
                    new("priority", FieldKind.Choice) { Options = Enum.GetNames<PlanPriority>() },
                ],
            },
            new("note", FieldKind.LongText) { MaxLength = 2000, IsContent = true })).CheckedBy(new TripPlanValidator()) with { IsReviewed = true };

    public static FormSchema Opinion { get; } = new FormSchema("plan-opinion", typeof(PlanOpinionInput),
        new FormPage("opinion", "Đ8.1",
            SecrecyGate.Field,
            new("opinion", FieldKind.LongText) { MaxLength = 2000, IsContent = true },
            new FormField("itemOpinions", FieldKind.Rows)
            {
                IsContent = true,
                Items = [ItemNumber, new("text", FieldKind.LongText) { Required = true, MaxLength = 2000 }],
            },
            CaseForms.Directives)).CheckedBy(new PlanOpinionValidator(opinionRequired: false));

    public static FormSchema Drop { get; } = new FormSchema("plan-item-drop", typeof(PlanItemDropInput),
        new FormPage("drop", "Đ8.1", SecrecyGate.Field, ItemNumber, CaseForms.Reason())).CheckedBy(new PlanItemDropValidator());

    public static FormSchema Move { get; } = new FormSchema("plan-item-move", typeof(PlanItemMoveInput),
        new FormPage("move", "Đ8.1",
            SecrecyGate.Field,
            ItemNumber,
            new("dateFrom", FieldKind.Date) { Required = true },
            new("dateTo", FieldKind.Date) { Required = true },
            CaseForms.Reason())).CheckedBy(new PlanItemMoveValidator());

    public static IReadOnlyList<FormSchema> All { get; } = [Plan, Opinion, Drop, Move];
}

public sealed class TripPlanValidator : AbstractValidator<TripPlanInput>
{
    public TripPlanValidator()
    {
        this.Gate();
        RuleFor(x => x.NoTrip).NotNull().WithErrorCode("Common.Required").WithState(_ => "Đ8.1");
        RuleFor(x => x.Items).NotEmpty().WithErrorCode("Plan.Empty").WithState(_ => "Đ8.1").When(x => x.NoTrip == false);
        When(x => x.IsStub(), () =>
        {
            RuleFor(x => x.NoTripReason).AbsentInStub();
            RuleFor(x => x.Note).AbsentInStub();
            RuleForEach(x => x.Items).SetValidator(new TripPlanItemValidator(stub: true)).When(x => x.NoTrip == false);
        }).Otherwise(() =>
        {
            RuleFor(x => x.NoTripReason).RequiredText(500, "Đ8.1").When(x => x.NoTrip == true);
            RuleFor(x => x.Note).OptionalText(2000);
            RuleForEach(x => x.Items).SetValidator(new TripPlanItemValidator(stub: false)).When(x => x.NoTrip == false);
        });
    }
}

internal sealed class TripPlanItemValidator : AbstractValidator<TripPlanItemInput>
{
    public TripPlanItemValidator(bool stub)
    {
        RuleFor(x => x.AreaIds).Needed("Đ8.1");
        RuleFor(x => x.DateFrom).Needed("Đ8.1");
        RuleFor(x => x.DateTo).Needed("Đ8.1");
        RuleFor(x => x.DateTo).GreaterThanOrEqualTo(x => x.DateFrom).WithErrorCode("Common.EndBeforeStart").When(x => x.DateFrom is not null && x.DateTo is not null);
        RuleFor(x => x.TimeOfDay).NotNull().WithErrorCode("Common.Required").WithState(_ => "Đ8.1");
        RuleFor(x => x.Place).NotEmpty().WithErrorCode("Plan.PlaceMissing").WithState(_ => "Đ8.1").MaximumLength(300).WithErrorCode("Common.TooLong");
        RuleFor(x => x.ParticipantIds).Needed();
        RuleFor(x => x.TripLeaderId).Needed();
        RuleFor(x => x.TripLeaderId).Must((x, id) => x.ParticipantIds!.Contains(id)).WithErrorCode("Trip.LeaderNotParticipant")
            .When(x => x.ParticipantIds is { Length: > 0 } && !string.IsNullOrEmpty(x.TripLeaderId));
        RuleFor(x => x.Domains).Needed("Đ2.2");
        RuleForEach(x => x.Domains).Must(WorkDomains.All.Contains).WithErrorCode("Common.WrongType");
        RuleFor(x => x.SubUnits).OptionalText(500);
        if (stub)
        {
            RuleFor(x => x.Purpose).AbsentInStub();
            RuleFor(x => x.WhomToMeet).AbsentInStub();
            RuleFor(x => x.RelatedItems).AbsentInStub();
        }
        else
        {
            RuleFor(x => x.Purpose).RequiredText(3000, "Đ8.1");
            RuleFor(x => x.WhomToMeet).OptionalText(300);
            RuleFor(x => x.RelatedItems).OptionalText(500);
        }
    }
}

public sealed class PlanOpinionValidator : AbstractValidator<PlanOpinionInput>
{
    public PlanOpinionValidator(bool opinionRequired)
    {
        this.Gate();
        When(x => x.IsStub(), () =>
        {
            RuleFor(x => x.Opinion).AbsentInStub();
            RuleFor(x => x.ItemOpinions).AbsentInStub();
            RuleFor(x => x.Directives).AbsentInStub();
        }).Otherwise(() =>
        {
            RuleFor(x => x.Opinion).OptionalText(2000);
            RuleFor(x => x.Opinion).Reason().When(x => opinionRequired && x.ItemOpinions is not { Length: > 0 });
            RuleForEach(x => x.ItemOpinions).ChildRules(i =>
            {
                i.RuleFor(x => x.Item).NotNull().WithErrorCode("Common.Required");
                i.RuleFor(x => x.Text).RequiredText(2000);
            });
            RuleForEach(x => x.Directives).SetValidator(new DirectiveValidator());
        });
    }
}

public sealed class PlanItemDropValidator : AbstractValidator<PlanItemDropInput>
{
    public PlanItemDropValidator()
    {
        this.Gate();
        RuleFor(x => x.Item).NotNull().WithErrorCode("Common.Required");
        When(x => x.IsStub(), () => RuleFor(x => x.Reason).AbsentInStub()).Otherwise(() => RuleFor(x => x.Reason).Reason());
    }
}

public sealed class PlanItemMoveValidator : AbstractValidator<PlanItemMoveInput>
{
    public PlanItemMoveValidator()
    {
        this.Gate();
        RuleFor(x => x.Item).NotNull().WithErrorCode("Common.Required");
        RuleFor(x => x.DateFrom).Needed("Đ8.1");
        RuleFor(x => x.DateTo).Needed("Đ8.1");
        RuleFor(x => x.DateTo).GreaterThanOrEqualTo(x => x.DateFrom).WithErrorCode("Common.EndBeforeStart").When(x => x.DateFrom is not null && x.DateTo is not null);
        When(x => x.IsStub(), () => RuleFor(x => x.Reason).AbsentInStub()).Otherwise(() => RuleFor(x => x.Reason).Reason());
    }
}
