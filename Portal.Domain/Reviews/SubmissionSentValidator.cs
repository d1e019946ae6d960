using Portal.Domain.Forms;

namespace Portal.Domain.Reviews;

public sealed class SubmissionSentValidator : FormRules<SubmissionSentInput>
{
    public SubmissionSentValidator()
        : base(() => ReviewForms.Sent)
    {
        When(x => x.IsStub(), () => RuleFor(x => x.Note).AbsentInStub());
    }
}
