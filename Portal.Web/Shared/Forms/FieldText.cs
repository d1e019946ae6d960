using System.Text.RegularExpressions;

namespace Portal.Web.Shared.Forms;

/// <summary>Where the label of a field is looked up: its own first, then one it shares with others.</summary>
internal static partial class FieldText
{
    public static string[] Keys(string kind, string form, string path)
    {
        var plain = Place().Replace(path, "");
        var name = plain[(plain.LastIndexOf('.') + 1)..];
        return [$"{kind}.{form}.{plain}", $"{kind}.{plain}", $"{kind}.{form}.{name}", $"{kind}.{name}"];
    }

    [GeneratedRegex(@"\[\d+\]", RegexOptions.None, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Place();
}
