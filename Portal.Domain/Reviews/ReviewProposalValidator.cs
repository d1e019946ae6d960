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
        });
    }
}
