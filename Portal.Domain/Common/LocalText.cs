using System.Globalization;

namespace Portal.Domain.Common;

/// <summary>
/// A sentence that is stored now and told later, to each reader in their language: a key of the texts and what is put into it; or words
/// that a person typed, which nobody translates. It is stored as one string, so that it compares and copies like one.
/// </summary>
public readonly record struct LocalText
{
    // Control characters that no form lets through.
    private const char ArgumentSeparator = '\u001f', DetailSeparator = '\u001e', PartSeparator = '\u001d';

    private const int MostPlaces = 8;

    private readonly string? _stored;

    private LocalText(string stored) => _stored = stored;

    /// <summary>As it lies in the database; what was stored before there were keys is words.</summary>
    public string Stored => _stored ?? "";

    public bool IsEmpty => Stored.Length == 0;

    /// <summary>One after the other, told with a dot between them.</summary>
    public IEnumerable<LocalText> Parts => Stored.Split(PartSeparator).Select(p => new LocalText(p));

    /// <summary>What the matter itself is called, told behind a dash; empty where nothing is.</summary>
    public string Detail => Stored.IndexOf(DetailSeparator) is >= 0 and var at ? Stored[(at + 1)..] : "";

    /// <summary>What notices may say (section 11): nothing that stands behind a dash, whoever put it there.</summary>
    public LocalText WithoutDetail => new(Head.Split(" – ", 2)[0]);

    /// <summary>Key of the texts; null where this is words.</summary>
    public string? Key => Head.IndexOf(ArgumentSeparator) is >= 0 and var at ? Head[..at] : null;

    /// <summary>What is put into the text of the key; the words themselves where there is no key.</summary>
    public IReadOnlyList<string> Arguments => Key is { } key ? Head[(key.Length + 1)..].Split(ArgumentSeparator) : [Head];

    /// <summary>All that does not depend on the reader's language.</summary>
    public string Words => string.Join(' ', Parts.SelectMany(p => p.Arguments.Append(p.Detail)).Where(w => w.Length > 0));

    private string Head => Stored.IndexOf(DetailSeparator) is >= 0 and var at ? Stored[..at] : Stored;

    public static LocalText Of(string key, params IEnumerable<string> arguments) =>
        new($"{key}{ArgumentSeparator}{string.Join(ArgumentSeparator, arguments.Select(Plain))}");

    /// <summary>What a person typed, or a number, or a name.</summary>
    public static LocalText Typed(string words) => new(Plain(words));

    public static LocalText Read(string stored) => new(stored);

    public static LocalText Join(params IEnumerable<LocalText> parts) =>
        new(string.Join(PartSeparator, parts.Where(p => !p.IsEmpty).Select(p => p.Stored)));

    public LocalText About(string? detail) => string.IsNullOrEmpty(detail) ? this : new($"{Stored}{DetailSeparator}{Plain(detail)}");

    /// <summary>As a reader of the language of these texts is told it.</summary>
    public string In(IReadOnlyDictionary<string, string> texts) => string.Join(" · ", Parts.Select(p => p.One(texts)));

    private string One(IReadOnlyDictionary<string, string> texts)
    {
        // A text that was stored with fewer arguments than it has places today is told with gaps; it breaks no page.
        object[] arguments = [.. Arguments, .. Enumerable.Repeat("", MostPlaces)];
        var text = Key is { } key
            ? string.Format(CultureInfo.InvariantCulture, texts.GetValueOrDefault(key) ?? key, arguments)
            : (string)arguments[0];
        return Detail.Length > 0 ? $"{text} – {Detail}" : text;
    }

    /// <summary>For logs and debuggers; a screen asks the localizer.</summary>
    public override string ToString() => Words;

    private static string Plain(string words) =>
        words.Replace(ArgumentSeparator, ' ').Replace(DetailSeparator, ' ').Replace(PartSeparator, ' ');
}
