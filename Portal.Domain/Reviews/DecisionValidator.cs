using FluentValidation;
using Portal.Domain.Forms;

namespace Portal.Domain.Reviews;

public class DecisionValidator<T> : FormRules<T>
    where T : DecisionContent
{
    /// <param name="opinionRequired">To send back, to refuse: X-10.</param>
    /// <param name="decides">The collective decides: when and how it did so is asked for.</param>
    public DecisionValidator(bool opinionRequired, bool decides = true)
        : base(ReviewForms.Of<T>)
    {
        When(x => x.IsStub(), () =>
        {
            RuleFor(x => x.Opinion).AbsentInStub();
            RuleFor(x => x.Suggestions).AbsentInStub();
            RuleFor(x => x.Individuals).AbsentInStub();
        }).Otherwise(() =>
        {
            RuleFor(x => x.Opinion).Reason().When(_ => opinionRequired);
        });
        RuleFor(x => x).Custom((x, context) =>
        {
            if (decides && x is ICollectiveDecision collective)
            {
                CollectiveRules.Check(collective, context.AddFailure);
            }
        });
    }
}
