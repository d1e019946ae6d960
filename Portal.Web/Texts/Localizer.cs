using System.Globalization;
using Portal.Domain.Common;
using Portal.Workflows;

namespace Portal.Web.Texts;

/// <summary>Texts by key, in the language of the page: Vietnamese unless the person switched to English.</summary>
public sealed class Localizer(TextCatalogue catalogue)
{
    private static readonly CultureInfo Vietnamese = CultureInfo.GetCultureInfo("vi-VN");

    public static bool IsEnglish => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en";

    /// <summary>The text; the key itself where it is missing, which a test forbids.</summary>
    public string this[string key] => Find(key) ?? key;

    public string this[string key, params object?[] args] =>
        string.Format(Vietnamese, Find(key) ?? key, [.. args.Select(Show)]);

    /// <summary>What was stored for readers of either language.</summary>
    public string this[LocalText text] => text.In(IsEnglish ? catalogue.English : catalogue.Vietnamese);

    public string? Find(string key) => (IsEnglish ? catalogue.English : catalogue.Vietnamese).GetValueOrDefault(key);

    /// <summary>The first key that has a text; else the fallback.</summary>
    public string First(string fallback, params string[] keys) => keys.Select(Find).FirstOrDefault(t => t is not null) ?? fallback;

    /// <summary>A refusal as one sentence that says what to do, with the clause it serves.</summary>
    public string Of(Refusal refusal)
    {
        if (refusal.Code == "Common.ChangedMeanwhile" && refusal.Args is [string who, DateTime when, string what])
        {
            if (who.Length == 0)
            {
                return this["Common.ChangedMeanwhileSystem", when];
            }

            var done = what.Length == 0 ? this["Common.Handled"] : First(what, $"action.{what}", what);
            return this["Common.ChangedMeanwhile", who, done, when];
        }

        return Cited(this[refusal.Code, refusal.Args], refusal.Clause);
    }

    /// <summary>What is wrong with the first field that is, where the refusal names fields; else the refusal itself.</summary>
    public string FirstOf(Refusal refusal) => refusal.Fields.Count > 0 ? Of(refusal.Fields[0]) : Of(refusal);

    public string Of(FieldError error) => Cited(this[error.Code, error.Args], error.Clause);

    /// <summary>Label of an outcome, by its key; a definition's own label wins where it is in Vietnamese.</summary>
    public string Action(string key, string label = "")
    {
        if (IsEnglish || label.Length == 0)
        {
            return First(label.Length == 0 ? key : label, $"action.{key}");
        }

        return label;
    }

    /// <summary>Title of a step; English for the shipped ones that nobody renamed.</summary>
    public string Step(string process, string step, string title) =>
        IsEnglish && (ShippedProcesses.WordsOf(process, step) is not { } shipped || shipped.Title == title)
            ? First(title, $"step.{process}.{step}")
            : title;

    /// <summary>What to do at a step, in Markdown; English where nobody changed it.</summary>
    public string Instructions(string process, string step, string text) =>
        IsEnglish && (ShippedProcesses.WordsOf(process, step) is not { } shipped || shipped.Instructions == text)
            ? First(text, $"instructions.{process}.{step}")
            : text;

    public string Status(string process, string status) => First(status, $"status.{process}.{status}", $"status.{status}");

    public string Process(string key) => First(key, $"process.{key}");

    /// <summary><c>Đ7.B.3</c> as people write it: Điều 7.B.3.</summary>
    public string Clause(string code) => this["Common.Article", code.TrimStart('Đ')];

    private string Cited(string text, string? clause) => clause is null ? text : $"{text.TrimEnd('.')} ({Clause(clause)}).";

    private string Show(object? value) => value switch
    {
        null => "",
        DateTime { Kind: DateTimeKind.Utc } utc => VietnamTime.ToLocal(utc).ToString("HH:mm dd/MM/yyyy", Vietnamese),
        DateTime local => local.ToString("HH:mm dd/MM/yyyy", Vietnamese),
        DateOnly day => day.ToString("dd/MM/yyyy", Vietnamese),
        Enum e =>
            First(
                e.ToString(),
                [.. ShippedProcesses.KeysOf(e.GetType()).Select(k => $"status.{k}.{e}"), $"enum.{e.GetType().Name}.{e}", $"status.{e}"]),
        IFormattable number => number.ToString(null, Vietnamese),
        _ => value.ToString() ?? "",
    };
}
