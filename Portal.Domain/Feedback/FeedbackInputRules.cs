using Portal.Domain.Forms;

namespace Portal.Domain.Feedback;

public sealed class FeedbackInputRules : FormRules<FeedbackInput>
{
    public FeedbackInputRules()
        : base(() => FeedbackForms.Submit)
    {
        When(x => x.IsStub(), () =>
        {
            RuleFor(x => x.Difficulty).AbsentInStub();
            RuleFor(x => x.Proposal).AbsentInStub();
            RuleFor(x => x.Files).AbsentInStub();
        });
    }
}
