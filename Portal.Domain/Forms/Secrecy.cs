using System.Text.Json.Nodes;
using FluentValidation;
using Portal.Domain.Common;

namespace Portal.Domain.Forms;

/// <summary>Levels of state secrets; only ever on a stub.</summary>
public enum SecrecyLevel
{
    Secret,
    HighlySecret,
    TopSecret,
}

/// <summary>X-03: where the content is kept instead. No content, no attachment.</summary>
public sealed record OffSystemStub
{
    public string? DocumentNumber { get; init; }

    public DateOnly? DocumentDate { get; init; }

    public SecrecyLevel? Level { get; init; }

    public string? Keeper { get; init; }

    public string? StoragePlace { get; init; }

    public string? ToldTo { get; init; }
}

/// <summary>
/// The question that opens every form with free text or attachments. Unanswered, nothing of the form is
/// accepted or kept, not even as a draft.
/// </summary>
public sealed record SecrecyGate
{
    /// <summary>Null until answered: there is no default.</summary>
    public bool? ContainsStateSecret { get; init; }

    public OffSystemStub? Stub { get; init; }

    /// <summary>Section 9.4: a mark of a classified document stands in the text, and the person has confirmed that it is none.</summary>
    public bool? MarksConfirmed { get; init; }

    public static SecrecyGate No { get; } = new() { ContainsStateSecret = false };

    public static FormField Field { get; } = new("secrecy", FieldKind.Secrecy) { Required = true, Clause = "Đ7.A.6" };
}

/// <summary>A form that carries the gate.</summary>
public interface IGatedInput
{
    SecrecyGate? Secrecy { get; }
}

public static class GatedInput
{
    public static bool IsStub(this IGatedInput input) => input.Secrecy?.ContainsStateSecret == true;
}

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
                RuleFor(g => g.Stub!.StoragePlace).NotEmpty().WithErrorCode("Common.Required").MaximumLength(200).WithErrorCode("Common.TooLong");
                RuleFor(g => g.Stub!.DocumentNumber).MaximumLength(100).WithErrorCode("Common.TooLong");
                RuleFor(g => g.Stub!.ToldTo).MaximumLength(300).WithErrorCode("Common.TooLong");
            });
        });
        When(g => g.ContainsStateSecret == false, () => RuleFor(g => g.Stub).Null().WithErrorCode("Secrecy.StubUnexpected"));
    }
}

/// <summary>Finds marks of classified documents in text (section 9.4): the person confirms that it is none, or switches to a stub.</summary>
public static class ClassificationMarks
{
    private static readonly string[] Marks = ["TUYỆT MẬT", "TỐI MẬT", "MẬT"];

    /// <summary>The first mark found as a word in capitals, or null.</summary>
    public static string? Find(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        var composed = text.Normalize();
        return Array.Find(Marks, m => ContainsWord(composed, m));
    }

    /// <summary>The first mark in any text of a form, its gate left out; null without one.</summary>
    public static string? FindIn(JsonNode? node) => node switch
    {
        JsonObject form => form.Where(p => p.Key != "secrecy").Select(p => FindIn(p.Value)).FirstOrDefault(m => m is not null),
        JsonArray rows => rows.Select(FindIn).FirstOrDefault(m => m is not null),
        JsonValue value when value.TryGetValue<string>(out var text) => Find(text),
        _ => null,
    };

    /// <summary>A mark in a form that is said to hold no state secret, and that nobody has confirmed to be none.</summary>
    /// <param name="form">With the gate.</param>
    /// <param name="content">The form itself, or the extra fields of its step.</param>
    public static FieldError? Unconfirmed(JsonObject form, JsonObject? content) =>
        form["secrecy"] is JsonObject gate && IsTrue(gate, "containsStateSecret") == false && IsTrue(gate, "marksConfirmed") != true && FindIn(content) is { } mark
            ? new FieldError("secrecy", "Secrecy.ConfirmMark", "Đ7.A.6", mark) : null;

    private static bool? IsTrue(JsonObject gate, string name) => gate[name] is JsonValue v && v.TryGetValue<bool>(out var answer) ? answer : null;

    private static bool ContainsWord(string text, string word)
    {
        for (var at = text.IndexOf(word, StringComparison.Ordinal); at >= 0; at = text.IndexOf(word, at + 1, StringComparison.Ordinal))
        {
            var before = at == 0 || !char.IsLetter(text[at - 1]);
            var end = at + word.Length;
            if (before && (end == text.Length || !char.IsLetter(text[end])))
            {
                return true;
            }
        }

        return false;
    }
}
