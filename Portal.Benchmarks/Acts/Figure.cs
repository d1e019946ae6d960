using System.Globalization;

namespace Portal.Benchmarks.Acts;

/// <summary>What a job costs a person.</summary>
/// <param name="Acts">Clicks, choices, fields filled, keys that send.</param>
/// <param name="Words">Words in the texts that are typed.</param>
internal sealed record Figure(int Acts, int Words)
{
    public bool IsAbove(Figure aim) => Acts > aim.Acts || Words > aim.Words;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Acts} / {Words}");
}
