using FluentValidation;
using Portal.Domain.Areas;

namespace Portal.Domain.Cases;

internal sealed class SpeechValidator : AbstractValidator<SpeechInput>
{
    public SpeechValidator()
    {
        RuleFor(x => x.Domain).Must(d => WorkDomains.All.Contains(d)).WithErrorCode("Common.WrongType")
            .When(x => !string.IsNullOrEmpty(x.Domain));
        RuleFor(x => x.Constructive).Equal(true).WithErrorCode("Trip.SpeechConstructive").WithState(_ => "Đ7.A.5");
    }
}
