using FluentValidation;
using Portal.Domain.Areas;
using Portal.Domain.Forms;

namespace Portal.Domain.Cases;

internal sealed class SpeechValidator : AbstractValidator<SpeechInput>
{
    public SpeechValidator(bool delivered)
    {
        RuleFor(x => x.Topic).RequiredText(300, "Đ7.A.5");
        RuleFor(x => x.Domain).Needed("Đ6.1");
        RuleFor(x => x.Domain).Must(d => WorkDomains.All.Contains(d)).WithErrorCode("Common.WrongType")
            .When(x => !string.IsNullOrEmpty(x.Domain));
        RuleFor(x => x.Constructive).Equal(true).WithErrorCode("Trip.SpeechConstructive").WithState(_ => "Đ7.A.5");
        if (delivered)
        {
            RuleFor(x => x.Content).OptionalText(8000);
            RuleFor(x => x.Delivered).RequiredText(8000, "Đ6.1");
        }
        else
        {
            RuleFor(x => x.Content).RequiredText(8000, "Đ7.A.5");
        }
    }
}
