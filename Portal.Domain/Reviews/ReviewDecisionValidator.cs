using FluentValidation;
using Portal.Domain.Forms;

namespace Portal.Domain.Reviews;

/// <summary>F15 and F16 with the rating: kept unless changed to a level with a reason.</summary>
public sealed class ReviewDecisionValidator<T> : DecisionValidator<T>
    where T : ReviewDecisionInput
{
    public ReviewDecisionValidator(bool agrees, bool opinionRequired = false)
        : base(opinionRequired, agrees)
    {
        RuleFor(x => x.RatingDecision).NotNull().WithErrorCode("Common.Required").WithState(_ => "Đ7.B.4").When(_ => agrees);
        RuleFor(x => x.RatingReason).AbsentInStub().When(x => x.IsStub());
    }
}
