using FluentValidation;
using Portal.Domain.Forms;

namespace Portal.Domain.Reviews;

public class ReviewProposalValidator<T> : ProposalContentValidator<T>
    where T : ReviewProposalInput
{
    public ReviewProposalValidator()
    {
        When(x => x.Rating is not null, () =>
        {
            RuleFor(x => x.Rating!.Score).InclusiveBetween(0, 100).WithErrorCode("Review.ScoreRange")
                .When(x => x.Rating!.Score is not null);
            RuleFor(x => x.Rating!.Justification).AbsentInStub().When(x => x.IsStub());
            RuleFor(x => x.Rating!.ConditionReason).AbsentInStub().When(x => x.IsStub());

            // R-REV-06 [P]: the highest level in spite of a condition that is not met says why.
            RuleFor(x => x.Rating!.ConditionReason).Reason()
                .When(x => !x.IsStub() && x.Rating!.Level == QualityRating.Excellent && x.Rating.Conditions?.AnyNotMet() == true);
        });
    }
}
