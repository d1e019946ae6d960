using FluentValidation;
using Portal.Domain.Forms;

namespace Portal.Domain.FieldTrips;

public sealed class PlanOpinionValidator : FormRules<PlanOpinionInput>
{
    public PlanOpinionValidator(bool opinionRequired)
        : base(() => PlanForms.Opinion)
    {
        When(x => x.IsStub(), () =>
        {
            RuleFor(x => x.Opinion).AbsentInStub();
            RuleFor(x => x.ItemOpinions).AbsentInStub();
            RuleFor(x => x.Directives).AbsentInStub();
        }).Otherwise(() =>
        {
            RuleFor(x => x.Opinion).Reason().When(x => opinionRequired && x.ItemOpinions is not { Length: > 0 });
        });
    }
}
