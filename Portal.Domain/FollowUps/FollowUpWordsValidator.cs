using Portal.Domain.Forms;

namespace Portal.Domain.FollowUps;

public sealed class FollowUpWordsValidator : FormRules<FollowUpWordsInput>
{
    public FollowUpWordsValidator(FollowUpAct act)
        : base(() => FollowUpForms.Of(act)) =>
        When(x => x.IsStub(), () => RuleFor(x => x.Words).AbsentInStub());
}
