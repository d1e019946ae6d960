using Portal.Domain.Forms;

namespace Portal.Domain.Cases;

public sealed class ReservedOpinionValidator : FormRules<ReservedOpinionInput>
{
    public ReservedOpinionValidator()
        : base(() => ReservedOpinionInput.Schema)
    {
        When(x => x.IsStub(), () =>
        {
            RuleFor(x => x.Opinion).AbsentInStub();
            RuleFor(x => x.Difference).AbsentInStub();
            RuleFor(x => x.Grounds).AbsentInStub();
            RuleFor(x => x.Files).AbsentInStub();
        });
    }
}
