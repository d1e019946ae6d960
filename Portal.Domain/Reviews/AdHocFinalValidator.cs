namespace Portal.Domain.Reviews;

public sealed class AdHocFinalValidator : ProposalContentValidator<AdHocFinalInput>
{
    public AdHocFinalValidator() => Handle(x => x.Handling);
}
