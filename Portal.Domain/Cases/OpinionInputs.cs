using FluentValidation;
using Portal.Domain.Forms;

namespace Portal.Domain.Cases;

public sealed record DirectiveInput
{
    public string? Content { get; init; }

    public string? AssigneeId { get; init; }

    /// <summary>With a date the directive becomes a leader task (S-04).</summary>
    public DateOnly? Due { get; init; }
}

/// <summary>F4 Ý kiến của lãnh đạo.</summary>
public sealed record LeaderOpinionInput : IGatedInput
{
    public SecrecyGate? Secrecy { get; init; }

    public string? Opinion { get; init; }

    public DirectiveInput[]? Directives { get; init; }
}

/// <summary>A step that administrators added: an opinion, and the step's own fields.</summary>
public sealed record StepNoteInput : IGatedInput
{
    public SecrecyGate? Secrecy { get; init; }

    public string? Opinion { get; init; }
}

public sealed class StepNoteValidator : AbstractValidator<StepNoteInput>
{
    public StepNoteValidator()
    {
        this.Gate();
        RuleFor(x => x.Opinion).OptionalText(4000);
        When(x => x.IsStub(), () => RuleFor(x => x.Opinion).AbsentInStub());
    }
}

/// <summary>What a process that administrators made begins with; the rest is in the extra fields of its step.</summary>
public sealed record OwnStartInput : IGatedInput
{
    public SecrecyGate? Secrecy { get; init; }

    public string? Title { get; init; }

    public string[]? AreaIds { get; init; }

    public string? Content { get; init; }
}

public sealed class OwnStartValidator : AbstractValidator<OwnStartInput>
{
    public OwnStartValidator()
    {
        this.Gate();
        When(x => !x.IsStub(), () => RuleFor(x => x.Title).RequiredText(200));
        RuleFor(x => x.Content).OptionalText(4000);
        When(x => x.IsStub(), () =>
        {
            RuleFor(x => x.Title).AbsentInStub();
            RuleFor(x => x.Content).AbsentInStub();
        });
    }
}

/// <summary>Reason of a withdrawal, of not going, of a refusal to confirm.</summary>
public sealed record ReasonInput : IGatedInput
{
    public SecrecyGate? Secrecy { get; init; }

    public string? Reason { get; init; }
}

/// <summary>E-T6: the leader sets a later day before the report is late.</summary>
public sealed record ExtensionInput : IGatedInput
{
    public SecrecyGate? Secrecy { get; init; }

    public DateOnly? NewDue { get; init; }

    public string? Reason { get; init; }
}

/// <summary>Direction of a leader for one reported item (F6).</summary>
public sealed record ItemDirection
{
    /// <summary>Position in the report's list, from 1.</summary>
    public int? Item { get; init; }

    public string? Direction { get; init; }

    public string? DepartmentId { get; init; }
}

/// <summary>F6 Xem kết quả.</summary>
public sealed record ResultReviewInput : IGatedInput
{
    public SecrecyGate? Secrecy { get; init; }

    public string? Opinion { get; init; }

    public DirectiveInput[]? Directives { get; init; }

    public ItemDirection[]? ItemDirections { get; init; }
}

/// <summary>F4; the opinion is required for directive, return and decline .</summary>
public sealed class LeaderOpinionValidator : AbstractValidator<LeaderOpinionInput>
{
    public LeaderOpinionValidator(bool opinionRequired)
    {
        this.Gate();
        When(x => x.IsStub(), () =>
        {
            RuleFor(x => x.Opinion).AbsentInStub();
            RuleFor(x => x.Directives).AbsentInStub();
        }).Otherwise(() =>
        {
            RuleFor(x => x.Opinion).OptionalText(2000);
            RuleFor(x => x.Opinion).Reason().When(_ => opinionRequired);
            RuleForEach(x => x.Directives).SetValidator(new DirectiveValidator());
        });
    }
}

internal sealed class DirectiveValidator : AbstractValidator<DirectiveInput>
{
    public DirectiveValidator()
    {
        RuleFor(x => x.Content).RequiredText(2000, "Đ4.1-2");
        RuleFor(x => x.AssigneeId).Needed("Đ4.1-2");
    }
}

public sealed class ReasonValidator : AbstractValidator<ReasonInput>
{
    public ReasonValidator(bool required = true)
    {
        this.Gate();
        When(x => x.IsStub(), () => RuleFor(x => x.Reason).AbsentInStub())
            .Otherwise(() =>
            {
                RuleFor(x => x.Reason).Reason().When(_ => required);
                RuleFor(x => x.Reason).OptionalText(2000);
            });
    }
}

public sealed class ExtensionValidator : AbstractValidator<ExtensionInput>
{
    public ExtensionValidator()
    {
        this.Gate();
        RuleFor(x => x.NewDue).Needed();
        When(x => x.IsStub(), () => RuleFor(x => x.Reason).AbsentInStub()).Otherwise(() => RuleFor(x => x.Reason).Reason());
    }
}

public sealed class ResultReviewValidator : AbstractValidator<ResultReviewInput>
{
    public ResultReviewValidator(bool opinionRequired)
    {
        this.Gate();
        When(x => x.IsStub(), () =>
        {
            RuleFor(x => x.Opinion).AbsentInStub();
            RuleFor(x => x.Directives).AbsentInStub();
            RuleFor(x => x.ItemDirections).AbsentInStub();
        }).Otherwise(() =>
        {
            RuleFor(x => x.Opinion).OptionalText(2000);
            RuleFor(x => x.Opinion).Reason().When(_ => opinionRequired);
            RuleForEach(x => x.Directives).SetValidator(new DirectiveValidator());
            RuleForEach(x => x.ItemDirections).ChildRules(i =>
            {
                i.RuleFor(x => x.Item).NotNull().WithErrorCode("Common.Required");
                i.RuleFor(x => x.Direction).RequiredText(2000);
            });
        });
    }
}
