using System.Globalization;
using System.Text.Json;
using Portal.Domain.Common;

namespace Portal.Web.Documents;

/// <summary>
/// How the Party's documents look (Hướng dẫn 05-HD/VPTW, before it 36-HD/VPTW): data, because the rules change. Lengths in twips, sizes in
/// points.
/// </summary>
public sealed record PartyProfile
{
    private static readonly string[] Roman = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"];

    public required string Font { get; init; }

    public required uint PageWidth { get; init; }

    public required uint PageHeight { get; init; }

    public required int MarginTop { get; init; }

    public required int MarginBottom { get; init; }

    public required uint MarginLeft { get; init; }

    public required uint MarginRight { get; init; }

    public required uint HeaderDistance { get; init; }

    public required int HeadLeft { get; init; }

    public required int HeadRight { get; init; }

    public required int SignLeft { get; init; }

    public required int SignRight { get; init; }

    public required int TitleSize { get; init; }

    public required int BodySize { get; init; }

    public required int TypeSize { get; init; }

    public required int SmallSize { get; init; }

    public required int FirstLine { get; init; }

    public required int LineExact { get; init; }

    public required int After { get; init; }

    public required int SignatureLines { get; init; }

    public required string RecipientSeparator { get; init; }

    public required string Motto { get; init; }

    /// <summary>Of the symbol; the number itself is left to the registry.</summary>
    public required string NumberLine { get; init; }

    /// <summary>Of place and year; day and month are left to whoever signs.</summary>
    public required string PlaceLine { get; init; }

    public required string Recipients { get; init; }

    /// <summary>ỦY is written UỶ.</summary>
    public required bool OldSpelling { get; init; }

    private static readonly Lazy<IReadOnlyDictionary<string, PartyProfile>> Profiles = new(() =>
    {
        using var stream = typeof(PartyProfile).Assembly.GetManifestResourceStream("documents/party-profiles.json")!;
        return JsonSerializer.Deserialize<Dictionary<string, PartyProfile>>(stream, JsonSerializerOptions.Web)!;
    });

    public static IEnumerable<string> Names => Profiles.Value.Keys;

    /// <exception cref="KeyNotFoundException">No profile of that name.</exception>
    public static PartyProfile Of(string name) => Profiles.Value[name];

    /// <summary>A heading with its number, as the Party's reports number their parts: <c>I- TÌNH HÌNH</c>.</summary>
    /// <param name="index">From 0, at most 9.</param>
    public static string Numbered(int index, string heading) => $"{Roman[index]}- {heading}";

    /// <summary>A day as it is written inside a text: 05/02/2026, 30/8/2025.</summary>
    public static string Day(DateOnly day) =>
        string.Create(CultureInfo.InvariantCulture, $"{day:dd}/{(day.Month < 3 ? "0" : "")}{day.Month}/{day:yyyy}");

    /// <summary>
    /// NFC, in the spelling of the profile; without characters that no document opens with, which texts stored before they were cleaned on
    /// entry may hold.
    /// </summary>
    public string Spell(string text)
    {
        text = PlainText.Clean(text).Normalize();
        return OldSpelling
            ? text.Replace("ỦY", "UỶ", StringComparison.Ordinal)
                .Replace("ủy", "uỷ", StringComparison.Ordinal)
                .Replace("Ủy", "Uỷ", StringComparison.Ordinal)
            : text;
    }
}
