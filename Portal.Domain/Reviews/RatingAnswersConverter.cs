using System.Text.Json;
using System.Text.Json.Serialization;

namespace Portal.Domain.Reviews;

/// <summary>Reads answers as they were kept before conditions were data: one member for each of the usual four.</summary>
public sealed class RatingAnswersConverter : JsonConverter<RatingConditionAnswer[]>
{
    private static readonly string[] Earlier = ["targets", "unity", "discipline", "subordinates"];

    public override RatingConditionAnswer[]? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            return ReadRows(ref reader, options);
        }

        var states = JsonSerializer.Deserialize<Dictionary<string, ConditionState?>>(ref reader, options) ?? [];
        return [.. RatingScale.Usual.Questions().Select((q, i) => q with { State = states.GetValueOrDefault(Earlier[i]) })];
    }

    // What is wrong in a row is told at its place in the form: from in here the reader counts from the list.
    private static RatingConditionAnswer[]? ReadRows(ref Utf8JsonReader reader, JsonSerializerOptions options)
    {
        try
        {
            return JsonSerializer.Deserialize<RatingConditionAnswer[]>(ref reader, options);
        }
        catch (JsonException e) when (e.Path is { Length: > 0 } path)
        {
            throw new JsonException(e.Message, $"$.rating.conditions{path[1..]}", e.LineNumber, e.BytePositionInLine, e);
        }
    }

    public override void Write(Utf8JsonWriter writer, RatingConditionAnswer[] value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(writer, value, options);
}
