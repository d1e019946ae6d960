using Portal.Domain.Common;
using Portal.Web.Operations.Forms;

namespace Portal.Web.Shared.Fields;

/// <summary>
/// What somebody means who types the beginning of a name: without tone marks, by given name, initials, code or any words.
/// </summary>
public static class Likely
{
    /// <summary>Those that fit, the likeliest first, otherwise in the order in which they were given.</summary>
    public static IEnumerable<Option> Of(IReadOnlyList<Option> options, string text)
    {
        var wanted = VietnameseText.Fold(text);
        return wanted.Length == 0
            ? options
            : options.Select(o => (Option: o, Rank: RankOf(o, wanted)))
                .Where(r => r.Rank is not null)
                .OrderBy(r => r.Rank)
                .Select(r => r.Option);
    }

    private static int? RankOf(Option option, string wanted)
    {
        var label = VietnameseText.Fold(option.Label);
        var name = label.Split([" \u2013 ", " - "], 2, StringSplitOptions.None)[0];
        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        bool[] fits =
        [
            name == wanted || string.Equals(option.Value, wanted, StringComparison.OrdinalIgnoreCase),
            words.Length > 0 && words[^1].StartsWith(wanted, StringComparison.Ordinal),
            name.StartsWith(wanted, StringComparison.Ordinal),
            string.Concat(words.Select(w => w[0])).StartsWith(wanted, StringComparison.Ordinal),
            wanted.Split(' ').All(w => label.Split(' ').Any(l => l.StartsWith(w, StringComparison.Ordinal))),
        ];
        return Array.IndexOf(fits, true) is >= 0 and var rank ? rank : null;
    }
}
