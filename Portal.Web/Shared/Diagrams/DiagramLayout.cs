using Portal.Workflows.Authoring;
using Portal.Workflows.Engine;

namespace Portal.Web.Shared.Diagrams;

/// <summary>Where the steps of a diagram stand: as in the definition, or laid out where it does not say.</summary>
internal static class DiagramLayout
{
    public static IReadOnlyDictionary<string, (double X, double Y)> Of(FlowGraph chart) =>
        chart.Activities.Values.All(a => a.Node.Position is not null)
            ? chart.Activities.ToDictionary(a => a.Key, a => a.Value.Node.Position!.Value)
            : ChartLayout.Of(chart, new HashSet<string>());

    /// <summary>Breaks a title into lines of about so many letters, three at most.</summary>
    public static IReadOnlyList<string> Wrap(string text, int letters)
    {
        var lines = new List<string>();
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (lines.Count > 0 && lines[^1].Length + 1 + word.Length <= letters)
            {
                lines[^1] += " " + word;
            }
            else if (lines.Count < 3)
            {
                lines.Add(word);
            }
            else
            {
                lines[^1] = lines[^1].TrimEnd('…') + "…";
                break;
            }
        }

        return lines;
    }
}
