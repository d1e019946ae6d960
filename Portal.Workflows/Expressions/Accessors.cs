using System.Collections.Frozen;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Portal.Workflows.Definitions;

namespace Portal.Workflows.Expressions;

/// <summary>
/// Functions that a definition itself gives to its scripts, named as Elsa names them: <c>getSoLan()</c> and <c>setSoLan(…)</c> of a
/// variable <c>soLan</c>, <c>getStatus()</c> of an input, <c>getResultFromReview()</c> of what an activity put out, and in the body of a
/// loop <c>getCurrentValue()</c> and <c>getCurrentIndex()</c>. Immutable.
/// </summary>
internal sealed partial class Accessors
{
    /// <summary>What a loop tells its body, by the name that scripts read.</summary>
    public static readonly IReadOnlyList<string> OfLoop = ["CurrentValue", "CurrentIndex"];

    private readonly FrozenDictionary<string, (AccessorKind Kind, string Of, string Output)> _byName;

    public Accessors(WorkflowDefinition definition)
    {
        var byName = new Dictionary<string, (AccessorKind, string, string)>();

        // In this order the later of two with one name counts, as in Elsa.
        foreach (var (key, name) in definition.Variables.Select(v => (v.Id, v.Name)).Concat(OfLoop.Select(n => (n, n))))
        {
            if (Identifier().IsMatch(name))
            {
                byName[$"get{Pascalised(name)}"] = (AccessorKind.Variable, key, "");
            }
        }

        foreach (var variable in definition.Variables.Where(v => Identifier().IsMatch(v.Name)))
        {
            byName[$"set{Pascalised(variable.Name)}"] = (AccessorKind.Assignment, variable.Id, "");
        }

        foreach (var name in InputsOf(definition).Where(n => Identifier().IsMatch(n)))
        {
            byName[$"get{Pascalised(name)}"] = (AccessorKind.Input, name, "");
        }

        foreach (var activity in definition.AllActivities)
        {
            var name = Node.Text(activity.Json, "name") is { Length: > 0 } given ? given : activity.Id;
            foreach (var output in OutputsOf(activity))
            {
                byName[$"get{Pascalised(output)}From{Pascalised(name)}"] = (AccessorKind.Output, activity.Id, output);
            }
        }

        _byName = byName.ToFrozenDictionary();
    }

    public bool Has(string function) => _byName.ContainsKey(function);

    public (AccessorKind Kind, string Of, string Output)? Find(string function) =>
        _byName.TryGetValue(function, out var found) ? found : null;

    /// <summary>Names of the workflow's inputs.</summary>
    public static IEnumerable<string> InputsOf(WorkflowDefinition definition) =>
        (definition.Json["inputs"] as JsonArray ?? []).OfType<JsonObject>().Select(i => Node.Text(i, "name")).OfType<string>();

    /// <summary>Every word begins with a capital: <c>soLan</c> and <c>so_lan</c> are <c>SoLan</c>.</summary>
    public static string Pascalised(string name) => WordStart().Replace(name, m => m.Groups["first"].Value.ToUpperInvariant());

    // What an activity puts out: what it always has, what is bound to a variable, and what an Elsa.SetOutput names.
    private static IEnumerable<string> OutputsOf(ActivityNode activity)
    {
        var bound = activity.Json
            .Where(p => p.Value is JsonObject wrapper && wrapper["memoryReference"] is JsonObject)
            .Select(p => p.Key);
        return activity.Type == "Elsa.SetOutput" && activity.Input("outputName") is { Type: "Literal", Source.Length: > 0 } named
            ? bound.Append(named.Source)
            : bound.Append("result").Distinct();
    }

    [GeneratedRegex("(?:^|_| +)(?<first>.)", RegexOptions.None, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex WordStart();

    [GeneratedRegex(@"^[\p{L}_$][\p{L}\p{N}_$]*$", RegexOptions.None, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Identifier();
}
