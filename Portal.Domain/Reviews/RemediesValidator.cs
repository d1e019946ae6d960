using Portal.Domain.Forms;

namespace Portal.Domain.Reviews;

public sealed class RemediesValidator : FormRules<RemediesInput>
{
    public RemediesValidator()
        : base(() => ReviewForms.Remedies)
    {
        When(x => x.IsStub(), () =>
        {
            RuleFor(x => x.Report).AbsentInStub();
            RuleFor(x => x.Followed).AbsentInStub();
            RuleFor(x => x.IndividualFollowed).AbsentInStub();
        });
    }
}
