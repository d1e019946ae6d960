using Portal.Domain.Forms;

namespace Portal.Domain.Reviews;

public class AdviceContentValidator<T> : FormRules<T>
    where T : AdviceContent
{
    public AdviceContentValidator()
        : base(ReviewForms.Of<T>)
    {
        When(x => x.IsStub(), () =>
        {
            RuleFor(x => x.Suggestions).AbsentInStub();
            RuleFor(x => x.Individuals).AbsentInStub();
            RuleFor(x => x.Remedies).AbsentInStub();
            RuleFor(x => x.IndividualRemedies).AbsentInStub();
            RuleFor(x => x.Remark).AbsentInStub();
        });
    }
}
