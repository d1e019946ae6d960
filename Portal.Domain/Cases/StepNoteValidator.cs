using FluentValidation;
using Portal.Domain.Forms;

namespace Portal.Domain.Cases;

public sealed class StepNoteValidator : AbstractValidator<StepNoteInput>
{
    public StepNoteValidator()
    {
        this.Gate();
        RuleFor(x => x.Opinion).OptionalText(4000);
        When(x => x.IsStub(), () => RuleFor(x => x.Opinion).AbsentInStub());
    }
}
