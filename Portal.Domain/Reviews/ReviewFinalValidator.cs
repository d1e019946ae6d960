namespace Portal.Domain.Reviews;

public sealed class ReviewFinalValidator : ReviewProposalValidator<ReviewFinalInput>
{
    public ReviewFinalValidator() => Handle(x => x.Handling);
}
