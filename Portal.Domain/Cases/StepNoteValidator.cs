using Portal.Domain.Forms;

namespace Portal.Domain.Cases;

public sealed class StepNoteValidator : FormRules<StepNoteInput>
{
    public StepNoteValidator()
        : base(() => CaseForms.StepNote)
    {
        When(x => x.IsStub(), () => RuleFor(x => x.Opinion).AbsentInStub());
    }
}
