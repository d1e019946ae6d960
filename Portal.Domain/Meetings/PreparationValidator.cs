using FluentValidation;
using Portal.Domain.Cases;
using Portal.Domain.Forms;

namespace Portal.Domain.Meetings;

public sealed class PreparationValidator : FormRules<PreparationInput>
{
    public PreparationValidator()
        : base(() => MeetingForms.Preparation)
    {
        When(x => x.IsStub(), () => RuleFor(x => x.Speech).AbsentInStub()).Otherwise(() => When(x => x.WillSpeak == true, () =>
        {
            RuleFor(x => x.Speech!).SetValidator(new SpeechValidator()).When(x => x.Speech is not null);
        }));
    }
}
