using FluentValidation;
using Portal.Domain.Forms;

namespace Portal.Domain.Reviews;

public sealed class OutcomeValidator : AbstractValidator<OutcomeInput>
{
    public OutcomeValidator()
    {
        this.Gate();
        RuleFor(x => x.DocumentNumber).OptionalText(100);
        RuleFor(x => x.DocumentDate).Needed();
        RuleFor(x => x.ReleasedToGroup).NotNull().WithErrorCode("Common.Required");
        RuleFor(x => x.Suggestions).AbsentInStub().When(x => x.IsStub());
        RuleFor(x => x.Individuals).AbsentInStub().When(x => x.IsStub());
        RuleForEach(x => x.Suggestions).SetValidator(new ItemOutcomeValidator());
        RuleForEach(x => x.Individuals).SetValidator(new ItemOutcomeValidator());
    }

    private sealed class ItemOutcomeValidator : AbstractValidator<ItemOutcome>
    {
        public ItemOutcomeValidator()
        {
            RuleFor(x => x.Item).NotNull().WithErrorCode("Common.Required");
            RuleFor(x => x.Outcome).NotNull().WithErrorCode("Common.Required");
            RuleFor(x => x.FinalText).RequiredText(2000).When(x => x.Outcome == StandingCommitteeOutcome.ApprovedWithChange);
        }
    }
}
