using FluentValidation;
using Portal.Domain.Forms;

namespace Portal.Domain.Reviews;

/// <summary>F14; who does not agree, or wants a change, says what, and says it of the suggestion or the rating that it is about.</summary>
public sealed class ConsultationValidator : FormRules<ConsultationInput>
{
    /// <param name="answer">What the department answers on the whole; null while it is only prepared.</param>
    public ConsultationValidator(ConsultationStance? answer)
        : base(() => ReviewForms.Consultation)
    {
        bool Fits(ConsultationStance? stance) => answer != ConsultationStance.Agree || stance is null or ConsultationStance.Agree;
        RuleFor(x => x.RatingStance).Must(Fits).WithErrorCode("Review.StanceDiffers");
        When(x => x.IsStub(), () =>
        {
            RuleFor(x => x.Comment).AbsentInStub();
            RuleFor(x => x.Items).AbsentInStub();
            RuleFor(x => x.RatingComment).AbsentInStub();
            RuleFor(x => x.AdditionalMatters).AbsentInStub();
        }).Otherwise(() =>
        {
            RuleFor(x => x.Comment).Must((x, _) => SaysWhat(x)).WithErrorCode("Common.ReasonRequired")
                .When(_ => answer is ConsultationStance.AgreeWithChange or ConsultationStance.Disagree);
            RuleForEach(x => x.Items).ChildRules(i =>
            {
                i.RuleFor(x => x.Stance).Must(Fits).WithErrorCode("Review.StanceDiffers");
                i.RuleFor(x => x.Comment).Reason().When(x => Differs(x.Stance));
            });
            RuleFor(x => x.RatingComment).Reason().When(x => Differs(x.RatingStance));
        });
    }

    private static bool SaysWhat(ConsultationInput input) =>
        !string.IsNullOrWhiteSpace(input.Comment) || !string.IsNullOrWhiteSpace(input.AdditionalMatters) || Differs(input.RatingStance)
            || Array.Exists(input.Items ?? [], i => Differs(i.Stance));

    private static bool Differs(ConsultationStance? stance) => stance is ConsultationStance.Disagree or ConsultationStance.AgreeWithChange;
}
