using System.Globalization;
using System.Text;

namespace Portal.Domain.Common;

/// <summary>What Vietnamese needs beyond ordinal strings: search without tone marks, order by given name.</summary>
public static class VietnameseText
{
    /// <summary>Words of a query that are looked for.</summary>
    public const int MostQueryWords = 12;

    private const int LongestQuery = 400;

    private static readonly CultureInfo Culture = CultureInfo.GetCultureInfo("vi-VN");

    private static readonly (string Short, string Long)[] Abbreviations =
    [
        ("ubnd", "uy ban nhan dan"), ("hdnd", "hoi dong nhan dan"), ("mttq", "mat tran to quoc"),
        ("btv", "ban thuong vu"), ("btc", "ban to chuc"), ("dbqh", "dai bieu quoc hoi"),
    ];

    /// <summary>Vietnamese collation (vi-VN, full ICU), ignoring nothing.</summary>
    public static StringComparer Comparer { get; } = StringComparer.Create(Culture, CompareOptions.None);

    /// <summary>
    /// Lower case, tone marks and accents removed, đ as d, white space collapsed; composed and decomposed input give
    /// the same. Null gives the empty string.
    /// </summary>
    public static string Fold(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return "";
        }

        var folded = new StringBuilder(text.Length);
        var space = false;
        foreach (var c in PlainText.CleanLine(text).Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark)
            {
                continue;
            }

            if (char.IsWhiteSpace(c))
            {
                space = folded.Length > 0;
                continue;
            }

            if (space)
            {
                folded.Append(' ');
                space = false;
            }

            folded.Append(c is 'đ' or 'Đ' ? 'd' : char.ToLowerInvariant(c));
        }

        return folded.ToString();
    }

    /// <summary>
    /// The words of a query, folded; a known abbreviation is one word list of its own ("UBND" also finds
    /// "Ủy ban nhân dân"). Of a longer query the first <see cref="MostQueryWords"/> count.
    /// </summary>
    public static IReadOnlyList<string> QueryWords(string? query)
    {
        var words = Fold(query?.Length > LongestQuery ? query[..LongestQuery] : query).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return [.. words.Take(MostQueryWords).Select(w => Array.Find(Abbreviations, a => a.Short == w) is { Long: { } text } ? text : w)];
    }

    /// <summary>Key for ordering people: given name first, then middle names, then family name.</summary>
    public static string GivenNameFirst(string fullName)
    {
        var parts = fullName.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return parts.Length < 2
            ? fullName
            : $"{parts[^1]} {string.Join(' ', parts[1..^1])} {parts[0]}".Replace("  ", " ", StringComparison.Ordinal);
    }

    /// <summary>
    /// A key that sorts people by given name in Vietnamese order when compared as plain bytes, so that a database
    /// can order by it. Tones and letters follow ICU's vi-VN collation.
    /// </summary>
    public static string SortKey(string fullName)
    {
        var parts = fullName.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var ordered = parts.Length < 2 ? parts : [parts[^1], .. parts[1..^1], parts[0]];
        return string.Join('!', ordered.Select(p => Convert.ToHexString(Culture.CompareInfo.GetSortKey(p).KeyData)));
    }

    /// <summary>Compares two people's names by given name, then middle, then family name.</summary>
    public static int CompareNames(string? x, string? y) =>
        string.CompareOrdinal(SortKey(x ?? ""), SortKey(y ?? ""));
}
