using Portal.Domain.Forms;

namespace Portal.Domain.Feedback;

public sealed class AssessmentInputRules : FormRules<AssessmentInput>
{
    public AssessmentInputRules()
        : base(() => FeedbackForms.Assess)
    {
        When(x => x.IsStub(), () => RuleFor(x => x.Assessment).AbsentInStub());
    }
}
