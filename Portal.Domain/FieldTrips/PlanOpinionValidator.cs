using FluentValidation;
using Portal.Domain.Cases;
using Portal.Domain.Forms;

namespace Portal.Domain.FieldTrips;

public sealed class PlanOpinionValidator : AbstractValidator<PlanOpinionInput>
{
    public PlanOpinionValidator(bool opinionRequired)
    {
        this.Gate();
        When(x => x.IsStub(), () =>
        {
            RuleFor(x => x.Opinion).AbsentInStub();
            RuleFor(x => x.ItemOpinions).AbsentInStub();
            RuleFor(x => x.Directives).AbsentInStub();
        }).Otherwise(() =>
        {
            RuleFor(x => x.Opinion).OptionalText(2000);
            RuleFor(x => x.Opinion).Reason().When(x => opinionRequired && x.ItemOpinions is not { Length: > 0 });
            RuleForEach(x => x.ItemOpinions).ChildRules(i =>
            {
                i.RuleFor(x => x.Item).NotNull().WithErrorCode("Common.Required");
                i.RuleFor(x => x.Text).RequiredText(2000);
            });
            RuleForEach(x => x.Directives).SetValidator(new DirectiveValidator());
        });
    }
}
