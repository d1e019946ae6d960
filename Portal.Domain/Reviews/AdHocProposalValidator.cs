using FluentValidation;
using Portal.Domain.Forms;

namespace Portal.Domain.Reviews;

public sealed class AdHocProposalValidator : ProposalContentValidator<AdHocProposalInput>
{
    public AdHocProposalValidator(bool skips)
    {
        RuleFor(x => x.SkipConsultReason).Reason().When(x => skips && !x.IsStub());
        RuleFor(x => x.SkipConsultReason).AbsentInStub().When(x => x.IsStub());
    }
}
