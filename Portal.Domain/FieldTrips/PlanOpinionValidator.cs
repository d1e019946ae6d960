using FluentValidation;
using Portal.Domain.Cases;
using Portal.Domain.Forms;

namespace Portal.Domain.FieldTrips;

public sealed class PlanOpinionValidator : FormRules<PlanOpinionInput>
{
    public PlanOpinionValidator(OpinionDemand demand)
        : base(() => PlanForms.Opinion)
    {
        When(x => x.IsStub(), () =>
        {
            RuleFor(x => x.Opinion).AbsentInStub();
            RuleFor(x => x.ItemOpinions).AbsentInStub();
            RuleFor(x => x.Directives).AbsentInStub();
        }).Otherwise(() =>
        {
            RuleFor(x => x.Opinion).Reason().When(x => demand == OpinionDemand.Reason && x.ItemOpinions is not { Length: > 0 });
            RuleFor(x => x.Opinion).NotEmpty().WithErrorCode("Common.OpinionRequired").When(x =>
                demand == OpinionDemand.OpinionOrDirective && x.Directives is not { Length: > 0 } && x.ItemOpinions is not { Length: > 0 });
        });
    }
}
