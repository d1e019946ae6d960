namespace Portal.Workflows.Proving;

/// <summary>
/// Answers questions of which nothing is known in every way, one after another: each round answers as the last one did up to the last
/// question that has another answer left.
/// </summary>
internal sealed class Choices
{
    /// <summary>Rounds at most: six questions with two answers each.</summary>
    private const int MaxRounds = 64;

    private readonly List<(int Answer, int Of)> _given = [];
    private int _asked;
    private int _rounds;

    /// <summary>The answer of this round, from 0 to one less than <paramref name="of"/>.</summary>
    public int Next(int of)
    {
        if (_asked == _given.Count)
        {
            _given.Add((0, of));
        }

        return _given[_asked++].Answer;
    }

    /// <summary>Goes on to the next round.</summary>
    /// <returns>False when every way was gone.</returns>
    public bool Again()
    {
        _given.RemoveRange(_asked, _given.Count - _asked);
        _asked = 0;
        while (_given.Count > 0 && _given[^1].Answer + 1 == _given[^1].Of)
        {
            _given.RemoveAt(_given.Count - 1);
        }

        if (_given.Count == 0 || ++_rounds >= MaxRounds)
        {
            return false;
        }

        _given[^1] = (_given[^1].Answer + 1, _given[^1].Of);
        return true;
    }
}
