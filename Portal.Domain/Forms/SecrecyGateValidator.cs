using FluentValidation;

namespace Portal.Domain.Forms;

public sealed class SecrecyGateValidator : AbstractValidator<SecrecyGate>
{
    public SecrecyGateValidator()
    {
        RuleFor(g => g.ContainsStateSecret).NotNull().WithErrorCode("Secrecy.Unanswered").WithState(_ => "Đ7.A.6");
        When(g => g.ContainsStateSecret == true, () =>
        {
            RuleFor(g => g.Stub).NotNull().WithErrorCode("Secrecy.StubRequired");
            When(g => g.Stub is not null, () =>
            {
                RuleFor(g => g.Stub!.Level).NotNull().WithErrorCode("Common.Required");
                RuleFor(g => g.Stub!.Keeper).NotEmpty().WithErrorCode("Common.Required").MaximumLength(200).WithErrorCode("Common.TooLong");
                RuleFor(g => g.Stub!.StoragePlace).NotEmpty().WithErrorCode("Common.Required").MaximumLength(200)
                    .WithErrorCode("Common.TooLong");
                RuleFor(g => g.Stub!.DocumentDate).Must(d => d is not { } day || FormText.IsInRange(day))
                    .WithErrorCode("Secrecy.DateOutOfRange");
                RuleFor(g => g.Stub!.DocumentNumber).MaximumLength(100).WithErrorCode("Common.TooLong");
                RuleFor(g => g.Stub!.ToldTo).MaximumLength(300).WithErrorCode("Common.TooLong");
            });
        });
        When(g => g.ContainsStateSecret == false, () => RuleFor(g => g.Stub).Null().WithErrorCode("Secrecy.StubUnexpected"));
    }
}
