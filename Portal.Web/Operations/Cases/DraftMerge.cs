using System.Text.Json.Nodes;

namespace Portal.Web.Operations.Cases;

/// <summary>
/// One draft that is open in two windows: of each field the change of whoever made one counts; where both changed the same, mine does. In
/// lists, what either added is there and what either took out is not.
/// </summary>
public static class DraftMerge
{
    /// <param name="known">The form as I last knew it to be stored.</param>
    /// <param name="mine">As it is here.</param>
    /// <param name="theirs">As it is stored now.</param>
    public static JsonObject Of(JsonObject known, JsonObject mine, JsonObject theirs)
    {
        var merged = new JsonObject();
        foreach (var name in mine.Select(m => m.Key).Union(theirs.Select(t => t.Key)))
        {
            if (Of(known[name], mine[name], theirs[name]) is { } value)
            {
                merged[name] = value;
            }
        }

        return merged;
    }

    private static JsonNode? Of(JsonNode? known, JsonNode? mine, JsonNode? theirs)
    {
        if (JsonNode.DeepEquals(mine, known))
        {
            return theirs?.DeepClone();
        }

        if (JsonNode.DeepEquals(theirs, known))
        {
            return mine?.DeepClone();
        }

        return (mine, theirs) switch
        {
            (JsonObject m, JsonObject t) => Of(known as JsonObject ?? [], m, t),
            (JsonArray m, JsonArray t) => Of(known as JsonArray ?? [], m, t),
            _ => mine?.DeepClone(),
        };
    }

    private static JsonArray Of(JsonArray known, JsonArray mine, JsonArray theirs)
    {
        // Rows that stand at the same place with both are the same rows, as long as nobody took one out.
        if (mine.Concat(theirs).All(i => i is JsonObject) && mine.Count >= known.Count && theirs.Count >= known.Count)
        {
            return
            [
                .. known.Select((row, i) => Of(row, mine[i], theirs[i])),
                .. mine.Skip(known.Count).Select(r => r?.DeepClone()),
                .. theirs.Skip(known.Count)
                    .Where(r => !mine.Skip(known.Count).Any(m => JsonNode.DeepEquals(m, r)))
                    .Select(r => r?.DeepClone()),
            ];
        }

        bool Has(JsonArray list, JsonNode? item) => list.Any(i => JsonNode.DeepEquals(i, item));
        return
        [
            .. mine.Where(i => Has(theirs, i) || !Has(known, i)).Select(i => i?.DeepClone()),
            .. theirs.Where(i => !Has(mine, i) && !Has(known, i)).Select(i => i?.DeepClone()),
        ];
    }
}
