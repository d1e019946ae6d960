using FluentValidation;
using Portal.Domain.Areas;
using Portal.Domain.Forms;

namespace Portal.Domain.Reviews;

/// <summary>R-REV-03 [Q]: each suggestion has a fact, and evidence or an explanation why there is none.</summary>
internal sealed class SuggestionValidator : AbstractValidator<SuggestionInput>
{
    public SuggestionValidator(bool individual)
    {
        if (!individual)
        {
            RuleFor(x => x.KeptOffSystem).Null().WithErrorCode("Common.WrongType");
            RuleFor(x => x.Stub).Null().WithErrorCode("Secrecy.StubUnexpected");
        }

        When(x => x.KeptOffSystem == true, () =>
        {
            RuleFor(x => x.Stub).NotNull().WithErrorCode("Secrecy.StubRequired");
            RuleFor(x => x.SubjectName).AbsentInStub();
            RuleFor(x => x.Matter).AbsentInStub();
            RuleFor(x => x.Evidence).AbsentInStub();
            RuleFor(x => x.EvidenceCases).AbsentInStub();
            RuleFor(x => x.SuggestedText).AbsentInStub();
            RuleFor(x => x.NoEvidenceReason).AbsentInStub();
            RuleFor(x => x.BasisDocument).AbsentInStub();
            RuleFor(x => x.Earlier).AbsentInStub();
        }).Otherwise(() =>
        {
            RuleFor(x => x.Domain).Must(d => d is not null && WorkDomains.All.Contains(d)).WithErrorCode("Common.Required")
                .WithState(_ => "Đ2.2");
            RuleFor(x => x.NoEvidenceReason).NotEmpty().WithErrorCode("Review.EvidenceNeeded").WithState(_ => "Đ5.6")
                .When(x => string.IsNullOrWhiteSpace(x.Evidence) && x.EvidenceCases is not { Length: > 0 });
            RuleFor(x => x.ClarifyCause)
                .Must(
                    (x, _) => x.ClarifyCause == true || x.ClarifyCollective == true || x.ClarifyIndividuals == true
                        || x.ClarifyRemedy == true)
                .WithErrorCode("Review.ClarifyNothing");
        });
    }
}
