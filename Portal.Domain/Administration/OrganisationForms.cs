using System.Text.RegularExpressions;
using FluentValidation;
using Portal.Domain.Forms;

namespace Portal.Domain.Administration;

/// <summary>Fields and rules that the acts share.</summary>
internal static partial class OrganisationForms
{
    public static FormField Decision { get; } = new("decision", FieldKind.Section)
    {
        Required = true,
        Clause = "Đ2.3",
        Items =
        [
            new("number", FieldKind.Text) { Required = true, RequiredBy = "Đ2.3", MaxLength = 100 },
            new("date", FieldKind.Date) { Required = true, RequiredBy = "Đ2.3" },
            new("signerId", FieldKind.Person) { Required = true, RequiredBy = "Đ2.3" },
            new("summary", FieldKind.Text) { MaxLength = 300 },
        ],
    };

    public static FormField Code { get; } = new("code", FieldKind.Text) { MaxLength = 20 };

    public static FormField Name { get; } = new("name", FieldKind.Text) { Required = true, MaxLength = 200 };

    public static FormField From { get; } = new("from", FieldKind.Date) { Required = true };

    public static FormField Last { get; } = new("last", FieldKind.Date) { Required = true };

    public static FormField Reason { get; } = new("reason", FieldKind.Text) { Required = true, IsReason = true, MaxLength = 500 };

    /// <summary>Codes stand in addresses and in the search index: letters without marks, and digits.</summary>
    public static IRuleBuilderOptions<T, string?> ShortCode<T>(this IRuleBuilder<T, string?> rule) =>
        rule.Must(c => string.IsNullOrEmpty(c) || IsCode(c)).WithErrorCode("Org.BadCode");

    public static bool IsCode(string text) => CodePattern().IsMatch(text);

    /// <summary>The code that was typed, or the next free one: A122 after A121.</summary>
    public static string CodeOrNextFree(string? typed, string prefix, int digits, IEnumerable<string> taken)
    {
        if (!string.IsNullOrEmpty(typed))
        {
            return typed;
        }

        var last = taken.Where(t => t.StartsWith(prefix, StringComparison.Ordinal))
            .Select(t => int.TryParse(t[prefix.Length..], System.Globalization.CultureInfo.InvariantCulture, out var n) ? n : 0)
            .DefaultIfEmpty().Max();
        return prefix + (last + 1).ToString(System.Globalization.CultureInfo.InvariantCulture).PadLeft(digits, '0');
    }

    [GeneratedRegex("^[A-Z0-9]+$", RegexOptions.None, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex CodePattern();
}
