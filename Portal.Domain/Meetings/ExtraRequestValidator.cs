using FluentValidation;
using Portal.Domain.Forms;

namespace Portal.Domain.Meetings;

public sealed class ExtraRequestValidator : AbstractValidator<ExtraRequestInput>
{
    public ExtraRequestValidator()
    {
        this.Gate();
        RuleFor(x => x.Extras).Needed("Đ7.B.3");
        RuleForEach(x => x.Extras).SetValidator(new ExtraAttendeeValidator());
        When(x => x.IsStub(), () => RuleFor(x => x.NecessityReason).AbsentInStub())
            .Otherwise(() => RuleFor(x => x.NecessityReason).Reason(500));
    }
}
