using FluentValidation;
using Portal.Domain.Forms;

namespace Portal.Domain.Reviews;

public abstract class ProposalContentValidator<T> : FormRules<T>
    where T : ProposalContent
{
    protected ProposalContentValidator()
        : base(ReviewForms.Of<T>)
    {
        When(x => x.IsStub(), () =>
        {
            RuleFor(x => x.NoSuggestionReason).AbsentInStub();
            RuleFor(x => x.Suggestions).AbsentInStub();
            RuleFor(x => x.Individuals).AbsentInStub();
            RuleFor(x => x.Files).AbsentInStub();
        }).Otherwise(() =>
        {
            // R-REV-02 [Q]: either suggestions, or why there are none.
            RuleFor(x => x.Suggestions).Must((x, _) => x.Suggestions is { Length: > 0 } || x.Individuals is { Length: > 0 })
                .WithErrorCode("Review.NoSuggestionYet").WithState(_ => "Đ5.6").When(x => x.NoSuggestion == false);
            RuleForEach(x => x.Suggestions).SetValidator(new SuggestionValidator(individual: false)).When(x => x.NoSuggestion == false);
            RuleForEach(x => x.Individuals).SetValidator(new SuggestionValidator(individual: true)).When(x => x.NoSuggestion == false);
        });
    }

    protected void Handle(System.Linq.Expressions.Expression<Func<T, IEnumerable<OpinionHandlingInput>?>> handling) =>
        RuleForEach(handling!).ChildRules(h =>
        {
            h.RuleFor(x => x.Reason).Reason().When(x => x.Handling is OpinionHandling.NotAccepted or OpinionHandling.PartlyAccepted);
        });
}
