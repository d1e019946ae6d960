using FluentValidation;
using Portal.Domain.Forms;

namespace Portal.Domain.Reviews;

/// <summary>F14; who does not agree, or wants a change, says what.</summary>
public sealed class ConsultationValidator : AbstractValidator<ConsultationInput>
{
    public ConsultationValidator(bool commentRequired)
    {
        this.Gate();
        When(x => x.IsStub(), () =>
        {
            RuleFor(x => x.Comment).AbsentInStub();
            RuleFor(x => x.Items).AbsentInStub();
            RuleFor(x => x.AdditionalMatters).AbsentInStub();
        }).Otherwise(() =>
        {
            RuleFor(x => x.Comment)
                .Must(
                    (x, c) => !string.IsNullOrWhiteSpace(c) || x.Items is { Length: > 0 }
                        || !string.IsNullOrWhiteSpace(x.AdditionalMatters))
                .WithErrorCode("Common.ReasonRequired").When(_ => commentRequired);
            RuleFor(x => x.Comment).OptionalText(4000);
            RuleFor(x => x.AdditionalMatters).OptionalText(4000);
            RuleForEach(x => x.Items).ChildRules(i =>
            {
                i.RuleFor(x => x.Item).NotNull().WithErrorCode("Common.Required");
                i.RuleFor(x => x.Stance).NotNull().WithErrorCode("Common.Required");
                i.RuleFor(x => x.Comment).Reason().When(x => x.Stance is ConsultationStance.Disagree or ConsultationStance.AgreeWithChange);
                i.RuleFor(x => x.Comment).OptionalText(2000);
            });
        });
    }
}
