using System.Globalization;

namespace Portal.Domain.Audit;

/// <summary>
/// X-04: one line that says where the trail stood at a moment. Printed or sent away, it shows later that nothing up to there was removed
/// or written anew, also by somebody who has file and key.
/// </summary>
/// <param name="At">UTC, to the second.</param>
/// <param name="Sequence">Number of the last entry then.</param>
/// <param name="Hash">Its hash; <c>-</c> where there was none.</param>
/// <param name="IsRestored">A backup was put back then: what earlier lines say of later entries holds no more.</param>
public sealed record TrailAnchor(DateTime At, long Sequence, string Hash, bool IsRestored = false)
{
    private const string TimeFormat = "yyyy-MM-dd'T'HH:mm:ss'Z'";
    private const string Restored = "restored";

    /// <summary>The line, e.g. <c>2026-11-27T17:00:03Z 12345 k1:9F…</c>.</summary>
    public override string ToString() =>
        $"{At.ToString(TimeFormat, CultureInfo.InvariantCulture)} {Sequence} {Hash}{(IsRestored ? $" {Restored}" : "")}";

    /// <returns>Null for what is no such line.</returns>
    public static TrailAnchor? Parse(string line) =>
        line.Trim().Split(' ', StringSplitOptions.RemoveEmptyEntries) is [var at, var sequence, var hash, .. var rest]
            && rest is [] or [Restored]
            && DateTime.TryParseExact(
                at, TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal,
                out var moment)
            && long.TryParse(sequence, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? new TrailAnchor(moment, number, hash, rest.Length == 1)
            : null;

    /// <summary>Those that hold of the trail as it is now, in the order of the entries that they name.</summary>
    /// <param name="lines">In the order in which they were written.</param>
    public static IReadOnlyList<TrailAnchor> InForce(IEnumerable<TrailAnchor> lines)
    {
        var inForce = new List<TrailAnchor>();
        foreach (var line in lines)
        {
            if (line.IsRestored)
            {
                inForce.RemoveAll(a => a.Sequence > line.Sequence);
            }

            inForce.Add(line);
        }

        return [.. inForce.Where(a => a.Sequence > 0).OrderBy(a => a.Sequence)];
    }
}
