using Portal.Domain.Forms;

namespace Portal.Domain.Feedback;

public sealed class RevisionInputRules : FormRules<RevisionInput>
{
    public RevisionInputRules()
        : base(() => FeedbackForms.Include)
    {
        When(x => x.IsStub(), () =>
        {
            RuleFor(x => x.Revision).AbsentInStub();
            RuleFor(x => x.Files).AbsentInStub();
        });
    }
}
