using Portal.Workflows.Authoring;
using Portal.Workflows.Definitions;

namespace Portal.Workflows.Runtime;

/// <summary>How the cases of a process that administrators made are numbered: <c>XE-2026/0001</c>. Kept in the definition itself.</summary>
public static class OwnNumbers
{
    /// <summary>Where the definition names none.</summary>
    public const string Usual = "QT";

    /// <summary>Letters of a prefix at most.</summary>
    public const int MaxLength = 5;

    private const string Property = "numberPrefix";

    /// <summary>The prefix of the definition; <see cref="Usual"/> where it has none that can be taken.</summary>
    public static string PrefixOf(WorkflowDefinition definition, ProcessCatalogue processes) =>
        Written(definition) is { } prefix && WhyNot(prefix, processes) is null ? prefix : Usual;

    /// <summary>What stands in the definition; null for nothing.</summary>
    public static string? Written(WorkflowDefinition definition) =>
        definition.Portal?[Property] is System.Text.Json.Nodes.JsonValue v && v.TryGetValue<string>(out var prefix) ? prefix : null;

    /// <returns>Key of the words that say why a prefix cannot be taken: it is not 1 to 5 capital letters, or one of the portal's own
    /// processes has it; null where it can.</returns>
    public static string? WhyNot(string prefix, ProcessCatalogue processes)
    {
        if (prefix.Length is 0 or > MaxLength || !prefix.All(char.IsAsciiLetterUpper))
        {
            return "Design.PrefixLetters";
        }

        return processes.All.Any(p => p.NumberPrefix == prefix) ? "Design.PrefixTaken" : null;
    }

    public static WorkflowDefinition WithPrefix(WorkflowDefinition definition, string prefix) =>
        DefinitionEditor.SetOwn(definition, Property, prefix);
}
