using FluentValidation;
using Portal.Domain.FollowUps;
using Portal.Domain.Forms;

namespace Portal.Domain.Guidance;

public sealed class NewGuidanceValidator : FollowedRules<NewGuidanceInput>
{
    public NewGuidanceValidator()
        : base(() => GuidanceForms.New)
    {
        // What has no result yet is followed up until it has one.
        RuleFor(x => x.Result).NotEmpty().WithErrorCode("Guidance.ResultOrFollowUp").WithState(_ => "Đ5.4")
            .When(x => !x.IsStub() && x.FollowUpDue is null && string.IsNullOrWhiteSpace(x.FollowUp));
        When(x => x.IsStub(), () =>
        {
            RuleFor(x => x.Document).AbsentInStub();
            RuleFor(x => x.Content).AbsentInStub();
            RuleFor(x => x.Result).AbsentInStub();
        });
    }
}
