using FluentValidation;
using Portal.Domain.Forms;

namespace Portal.Domain.Meetings;

public sealed class MeetingReplyValidator : AbstractValidator<MeetingReplyInput>
{
    public MeetingReplyValidator()
    {
        this.Gate();
        RuleFor(x => x.SentAt).Needed();
        RuleFor(x => x.DocumentNumber).OptionalText(100);
        When(x => x.IsStub(), () => RuleFor(x => x.Note).AbsentInStub()).Otherwise(() => RuleFor(x => x.Note).OptionalText(1000));
    }
}
