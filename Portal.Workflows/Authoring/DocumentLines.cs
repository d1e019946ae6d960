using System.Globalization;
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
        var (at, found) = (new List<string>(), 0L);
        var (index, best) = (new Stack<int>(), 0);
        try
        {
            while (reader.Read())
            {
                switch (reader.TokenType)
                {
                    case JsonTokenType.PropertyName:
                        at.Add(reader.GetString()!);
                        continue;
                    case JsonTokenType.EndObject or JsonTokenType.EndArray:
                        if (reader.TokenType == JsonTokenType.EndArray)
                        {
                            index.Pop();
                            at.RemoveAt(at.Count - 1);
                        }
                        else
                        {
                            index.Pop();
                        }

                        break;
                    default:
                        if (index.Count > 0 && index.Peek() >= 0)
                        {
                            at[^1] = index.Peek().ToString(CultureInfo.InvariantCulture);
                            index.Push(index.Pop() + 1);
                        }

                        if (at.Count > best && at.Count <= wanted.Count && at.SequenceEqual(wanted.Take(at.Count)))
                        {
                            (best, found) = (at.Count, reader.TokenStartIndex);
                        }

                        if (reader.TokenType == JsonTokenType.StartArray)
                        {
                            index.Push(0);
                            at.Add("");
                            continue;
                        }

                        if (reader.TokenType == JsonTokenType.StartObject)
                        {
                            index.Push(-1);
                            continue;
                        }

                        break;
                }

                // A value is over: so is the property it belongs to.
                if (at.Count > 0 && (index.Count == 0 || index.Peek() < 0))
                {
                    at.RemoveAt(at.Count - 1);
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
