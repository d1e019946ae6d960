using FluentValidation;
using Portal.Domain.Forms;

namespace Portal.Domain.Reviews;

/// <summary>F12; with an opinion there is at least one matter, or a view of the rating.</summary>
public sealed class MemberInputValidator : FormRules<MemberInput>
{
    public MemberInputValidator(bool some)
        : base(() => ReviewForms.MemberInput)
    {
        When(x => x.IsStub(), () =>
        {
            RuleFor(x => x.Matters).AbsentInStub();
            RuleFor(x => x.IndividualMatters).AbsentInStub();
        }).Otherwise(() =>
        {
            RuleFor(x => x.Matters)
                .Must((x, _) => x.Matters is { Length: > 0 } || x.IndividualMatters is { Length: > 0 } || x.RatingView is not null)
                .WithErrorCode("Review.InputEmpty").WithState(_ => "Đ5.6").When(_ => some);
        });
    }
}
