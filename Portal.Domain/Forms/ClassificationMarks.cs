using System.Text.Json.Nodes;
using Portal.Domain.Common;

namespace Portal.Domain.Forms;

/// <summary>
/// Finds marks of classified documents in text (section 9.4): the person confirms that it is none, or switches to a stub.
/// </summary>
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

        var composed = PlainText.Clean(text).Normalize();
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

    /// <summary>A mark in the name of a file, its ending left out; null without one.</summary>
    public static string? FindInName(string fileName) => Find(Path.GetFileNameWithoutExtension(fileName));

    /// <summary>The person has said of a form that the marks in it are none of a classified document.</summary>
    public static bool AreConfirmed(JsonObject form) => form["secrecy"] is JsonObject gate && IsTrue(gate, "marksConfirmed") == true;

    /// <summary>A mark in a form that is said to hold no state secret, and that nobody has confirmed to be none.</summary>
    /// <param name="form">With the gate.</param>
    /// <param name="content">The form itself, or the extra fields of its step.</param>
    public static FieldError? Unconfirmed(JsonObject form, JsonObject? content) =>
        form["secrecy"] is JsonObject gate && IsTrue(gate, "containsStateSecret") == false && IsTrue(gate, "marksConfirmed") != true
            && FindIn(content) is { } mark
            ? new FieldError("secrecy", "Secrecy.ConfirmMark", "Đ7.A.6", mark) : null;

    private static bool? IsTrue(JsonObject gate, string name) =>
        gate[name] is JsonValue v && v.TryGetValue<bool>(out var answer) ? answer : null;

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
