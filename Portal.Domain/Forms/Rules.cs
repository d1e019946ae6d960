using System.Globalization;
using FluentValidation;

namespace Portal.Domain.Forms;

/// <summary>Rules that most validators share, each with its text code.</summary>
public static class Rules
{
    /// <param name="clause">Clause that demands the field, shown with the error; null where the rule is the portal's own.</param>
    public static IRuleBuilderOptions<T, string?> RequiredText<T>(this IRuleBuilder<T, string?> rule, int max, string? clause = null) =>
        rule.NotEmpty().WithErrorCode("Common.Required").WithState(_ => clause).MaximumLength(max).WithErrorCode("Common.TooLong");

    public static IRuleBuilderOptions<T, string?> OptionalText<T>(this IRuleBuilder<T, string?> rule, int max) =>
        rule.MaximumLength(max).WithErrorCode("Common.TooLong");

    /// <summary>X-10, X-11: a reason has at least ten characters.</summary>
    public static IRuleBuilderOptions<T, string?> Reason<T>(this IRuleBuilder<T, string?> rule, int max = 2000) =>
        rule.NotEmpty().WithErrorCode("Common.ReasonRequired")
            .MinimumLength(10).WithErrorCode("Common.ReasonTooShort").MaximumLength(max).WithErrorCode("Common.TooLong");

    public static IRuleBuilderOptions<T, TValue> Needed<T, TValue>(this IRuleBuilder<T, TValue> rule, string? clause = null) =>
        rule.NotEmpty().WithErrorCode("Common.Required").WithState(_ => clause);

    /// <summary>Gates a form: an unanswered question is an error on <c>secrecy</c>.</summary>
    public static void Gate<T>(this AbstractValidator<T> validator)
        where T : IGatedInput
    {
        validator.RuleFor(x => x.Secrecy).NotNull().WithErrorCode("Secrecy.Unanswered").WithState(_ => "Đ7.A.6");
        validator.RuleFor(x => x.Secrecy!).SetValidator(new SecrecyGateValidator()).When(x => x.Secrecy is not null)
            .OverridePropertyName("secrecy");
    }

    /// <summary>Content next to a stub is refused: it would be the very thing the gate keeps out.</summary>
    public static IRuleBuilderOptions<T, TValue> AbsentInStub<T, TValue>(this IRuleBuilder<T, TValue> rule) =>
        rule.Must(v => v switch { null => true, string s => s.Length == 0, System.Collections.ICollection c => c.Count == 0, _ => false })
            .WithErrorCode("Secrecy.ContentWithStub").WithState(_ => "Đ7.A.6");

    public static string Invariant(this DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
