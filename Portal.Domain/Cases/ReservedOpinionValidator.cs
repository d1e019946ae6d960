using FluentValidation;
using Portal.Domain.Forms;

namespace Portal.Domain.Cases;

public sealed class ReservedOpinionValidator : AbstractValidator<ReservedOpinionInput>
{
    public ReservedOpinionValidator()
    {
        this.Gate();
        When(x => !x.IsStub(), () =>
        {
            RuleFor(x => x.Opinion).RequiredText(8000, "Đ6.4");
            RuleFor(x => x.Difference).RequiredText(2000, "Đ6.4");
            RuleFor(x => x.Grounds).RequiredText(4000, "Đ6.4");
        }).Otherwise(() =>
        {
            RuleFor(x => x.Opinion).AbsentInStub();
            RuleFor(x => x.Difference).AbsentInStub();
            RuleFor(x => x.Grounds).AbsentInStub();
        });
        RuleFor(x => x.DiffersFrom).NotNull().WithErrorCode("Common.Required");
    }
}
