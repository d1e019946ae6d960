using System.Text.Json.Nodes;

namespace Portal.Workflows.Engine;

/// <summary>Cases of another process to be opened, one for each item.</summary>
/// <param name="WaitId">The wait that each of them reports to; null when nothing waits for them.</param>
/// <param name="Input">Handed over to each of them.</param>
/// <param name="ItemKey">The name under which each gets its item too; null where the item is the input itself.</param>
/// <param name="AtOnce">It is reported as soon as the case has come to rest, whether it has ended or not.</param>
public sealed record DispatchChildren(
    int? WaitId, string DefinitionId, IReadOnlyList<JsonNode?> Items, JsonObject? Input = null, string? ItemKey = null,
    string? CorrelationId = null, bool AtOnce = false) : Effect
{
    /// <summary>What one of them is started with.</summary>
    public JsonObject InputFor(JsonNode? item)
    {
        var input = (JsonObject?)Input?.DeepClone() ?? [];
        if (ItemKey is not null)
        {
            input[ItemKey] = item?.DeepClone();
        }

        return input;
    }
}
