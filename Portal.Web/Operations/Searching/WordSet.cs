using Portal.Domain.Common;

namespace Portal.Web.Operations.Searching;

/// <summary>The words of a document as they come: folded, each once, up to an end.</summary>
internal sealed class WordSet
{
    /// <summary>Characters of all words together.</summary>
    public const int MaxLength = 200_000;

    // A syllable of Vietnamese has seven letters at most and there are fewer than three thousand without tone marks.
    private const int MaxWords = 5000;
    private const int LongestWord = 40;
    private const int MostCharacters = 4_000_000;

    private readonly SortedSet<string> _words = new(StringComparer.Ordinal);
    private int _read;

    /// <summary>Nothing more is taken.</summary>
    public bool IsFull => _read >= MostCharacters || _words.Count >= MaxWords;

    /// <param name="text">No word goes on behind it.</param>
    public void Add(string text)
    {
        if (IsFull)
        {
            return;
        }

        _read += text.Length;
        foreach (var word in Search.WordsOf(VietnameseText.Fold(text)).Where(w => w.Length <= LongestWord))
        {
            _words.Add(word);
        }
    }

    /// <summary>In order of the alphabet; empty where there is none.</summary>
    public override string ToString()
    {
        var text = string.Join(' ', _words.Take(MaxWords));
        return text.Length <= MaxLength ? text : text[..text.LastIndexOf(' ', MaxLength - 1)];
    }
}
