using FluentValidation;
using Portal.Domain.Cases;
using Portal.Domain.Forms;

namespace Portal.Domain.Meetings;

public sealed class PreparationValidator : AbstractValidator<PreparationInput>
{
    public PreparationValidator()
    {
        this.Gate();
        RuleFor(x => x.WillSpeak).NotNull().WithErrorCode("Common.Required").WithState(_ => "Đ7.A.5");
        When(x => x.IsStub(), () => RuleFor(x => x.Speech).AbsentInStub()).Otherwise(() => When(x => x.WillSpeak == true, () =>
        {
            RuleFor(x => x.Speech).NotNull().WithErrorCode("Common.Required").WithState(_ => "Đ7.A.5");
            RuleFor(x => x.Speech!).SetValidator(new SpeechValidator(delivered: false)).When(x => x.Speech is not null);
        }));
    }
}
