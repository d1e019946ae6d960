using FluentValidation;
using Portal.Domain.Forms;

namespace Portal.Domain.Reviews;

/// <summary>F14; who does not agree, or wants a change, says what.</summary>
public sealed class ConsultationValidator : FormRules<ConsultationInput>
{
    public ConsultationValidator(bool commentRequired)
        : base(() => ReviewForms.Consultation)
    {
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
            RuleForEach(x => x.Items).ChildRules(i =>
            {
                i.RuleFor(x => x.Comment).Reason().When(x => x.Stance is ConsultationStance.Disagree or ConsultationStance.AgreeWithChange);
            });
        });
    }
}
