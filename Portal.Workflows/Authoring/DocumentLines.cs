using System.Text;
using System.Text.Json;

namespace Portal.Workflows.Authoring;

/// <summary>The line of a place in a document, as people who read the document itself look for it.</summary>
public static class DocumentLines
{
    /// <param name="path">As in <see cref="Problem.Place"/>: <c>$.root.activities[3].title</c>.</param>
    /// <returns>From 1; the line of the nearest place around it where there is no such place.</returns>
    public static int Of(string text, string path)
    {
        var wanted = Parts(path);
        var bytes = Encoding.UTF8.GetBytes(text);
        var reader = new Utf8JsonReader(
            bytes, new JsonReaderOptions { MaxDepth = 64, AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
        var (place, best, found) = (new DocumentPlace(), 0, 0L);
        try
        {
            while (reader.Read())
            {
                switch (reader.TokenType)
                {
                    case JsonTokenType.PropertyName:
                        place.EnterProperty(reader.GetString()!);
                        break;
                    case JsonTokenType.EndObject:
                        place.LeaveObject();
                        break;
                    case JsonTokenType.EndArray:
                        place.LeaveArray();
                        break;
                    default:
                        place.BeginValue();
                        if (place.Depth > best && place.IsAround(wanted))
                        {
                            (best, found) = (place.Depth, reader.TokenStartIndex);
                        }

                        place.Enter(reader.TokenType);
                        break;
                }
            }
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // Broken further down; what was found so far counts.
        }

        return 1 + bytes.AsSpan(0, (int)found).Count((byte)'\n');
    }

    private static List<string> Parts(string path) =>
        [.. path.Replace("[", ".", StringComparison.Ordinal)
            .Replace("]", "", StringComparison.Ordinal)
            .Split('.', StringSplitOptions.RemoveEmptyEntries)
            .Where(p => p != "$")];
}
