using FluentValidation;
using Portal.Domain.Forms;

namespace Portal.Domain.Reviews;

public sealed class ReviewAgainValidator : AbstractValidator<ReviewAgainInput>
{
    public ReviewAgainValidator()
    {
        this.Gate();
        RuleFor(x => x.AreaId).Needed();
        When(x => x.IsStub(), () => RuleFor(x => x.Reason).AbsentInStub()).Otherwise(() => RuleFor(x => x.Reason).Reason());
    }
}
