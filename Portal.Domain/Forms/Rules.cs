using System.Globalization;
using FluentValidation;
using Portal.Domain.Common;

namespace Portal.Domain.Forms;

/// <summary>Rules that most validators share, each with its text code.</summary>
public static class Rules
{
    /// <param name="clause">Clause that demands the field, shown with the error; null where the rule is the portal's own.</param>
    public static IRuleBuilderOptions<T, string?> RequiredText<T>(this IRuleBuilder<T, string?> rule, int max, string? clause = null) =>
        rule.Must(PlainText.IsSeen).WithErrorCode("Common.Required").WithState(_ => clause)
            .MaximumLength(max).WithErrorCode("Common.TooLong");

    public static IRuleBuilderOptions<T, string?> OptionalText<T>(this IRuleBuilder<T, string?> rule, int max) =>
        rule.MaximumLength(max).WithErrorCode("Common.TooLong");

    /// <summary>A reason that the answer demands, not the form: how long it may be is the form's to say.</summary>
    public static IRuleBuilderOptions<T, string?> Reason<T>(this IRuleBuilder<T, string?> rule) =>
        rule.NotEmpty().WithErrorCode("Common.ReasonRequired")
            .MinimumLength(Reasons.Shortest).WithErrorCode("Common.ReasonTooShort")
            .Must(text => text is not { Length: >= Reasons.Shortest } || !Reasons.IsTooShort(text)).WithErrorCode("Common.ReasonTooShort");

    public static IRuleBuilderOptions<T, TValue> Needed<T, TValue>(this IRuleBuilder<T, TValue> rule, string? clause = null) =>
        rule.NotEmpty().WithErrorCode("Common.Required").WithState(_ => clause);

    /// <summary>Content next to a stub is refused: it would be the very thing the gate keeps out.</summary>
    public static IRuleBuilderOptions<T, TValue> AbsentInStub<T, TValue>(this IRuleBuilder<T, TValue> rule) =>
        rule.Must(v => v switch { null => true, string s => s.Length == 0, System.Collections.ICollection c => c.Count == 0, _ => false })
            .WithErrorCode("Secrecy.ContentWithStub").WithState(_ => "Đ7.A.6");

    public static string Invariant(this DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
