using System.Text;
using Portal.Workflows.Engine;

namespace Portal.Workflows.Proving;

/// <summary>
/// Where a case stands, without what only numbers, counts and tells of the past: two cases with the same key go on in the same ways. Of a
/// step that is open three times it says no more than of one that is open twice.
/// </summary>
internal static class StateKey
{
    public static string Of(InstanceState state, CompiledDefinition definition)
    {
        var key = new StringBuilder();
        key.Append(state.Status);
        var names = new Dictionary<int, string>();
        foreach (var scope in state.Scopes)
        {
            var parent = scope.Parent is { } id ? names.GetValueOrDefault(id, "") : "";
            names[scope.Id] = $"{parent}>{scope.Path}[{scope.Item?.ToJsonString()}]";
        }

        foreach (var scope in state.Scopes.OrderBy(s => names[s.Id], StringComparer.Ordinal))
        {
            key.Append('\n').Append(names[scope.Id]);
            var chart = definition.Chart(scope.Path);
            foreach (var token in scope.Tokens.Where(t => !t.Consumed).Select(t => Of(t, chart)).Distinct().Order(StringComparer.Ordinal))
            {
                key.Append(' ').Append(token);
            }
        }

        foreach (var wait in state.Waiting.GroupBy(w => $"\n{names.GetValueOrDefault(w.Scope)}:{w.Activity}")
            .OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            key.Append(wait.Key).Append(wait.Skip(1).Any() ? "++" : "");
        }

        foreach (var incident in state.Incidents)
        {
            key.Append("\n!").Append(incident.Kind).Append(incident.Activity);
        }

        foreach (var (id, value) in state.Variables)
        {
            key.Append("\n=").Append(id).Append(value?.ToJsonString());
        }

        return key.ToString();
    }

    // Only a place that waits for all of its ways in looks at where a token came from.
    private static string Of(Token token, FlowGraph? chart) =>
        chart?.Activities.GetValueOrDefault(token.To)?.MergeMode is MergeMode.Merge or MergeMode.Converge
            ? $"{token.From}|{token.Port}|{token.To}" : token.To;
}
