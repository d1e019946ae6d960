using System.Text.Json;
using Portal.Web.Security;
using Portal.Web.Texts;
using Portal.Workflows.Definitions;

namespace Portal.Web.Api;

/// <summary>
/// Every body of the API goes through here before it is read: JSON that is text throughout, names each thing once, and is no larger than
/// any form. What is wrong with it is said, and nothing behind has to ask again.
/// </summary>
internal static class JsonGate
{
    /// <summary>In bytes; the largest form is far below.</summary>
    public const int MaxBytes = 2 * 1024 * 1024;

    private const int MaxDepth = 24, MaxDepthOfDocument = 64;

    public static void UseJsonGate(this WebApplication app) => app.UseWhen(Doors.IsApi, api => api.Use(CheckAsync));

    private static async Task CheckAsync(HttpContext context, RequestDelegate next)
    {
        var isDocument = context.IsAt(DoorKind.Documents);
        var hasBody = context.Request.ContentLength > 0 || context.Request.Headers.TransferEncoding.Count > 0;
        if (!context.Request.HasJsonContentType() || (!hasBody && HttpMethods.IsGet(context.Request.Method)))
        {
            // What reads its body itself reads nothing that has not come through here.
            if (isDocument && hasBody)
            {
                context.Response.StatusCode = StatusCodes.Status415UnsupportedMediaType;
                return;
            }

            await next(context);
            return;
        }
        if (await ReadAsync(context, isDocument ? WorkflowDefinition.MaxCharacters : MaxBytes) is not { } body)
        {
            context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
            return;
        }

        if (WhyNot(body, isDocument ? MaxDepthOfDocument : MaxDepth) is { } reason)
        {
            var texts = context.RequestServices.GetRequiredService<Localizer>();
            await TypedResults.Problem(
                statusCode: StatusCodes.Status400BadRequest,
                title: texts[reason],
                extensions: [new("code", reason)]).ExecuteAsync(context);
            return;
        }

        context.Request.Body = new MemoryStream(body, writable: false);
        await next(context);
    }

    private static async Task<byte[]?> ReadAsync(HttpContext context, int maxBytes)
    {
        if (context.Request.ContentLength > maxBytes)
        {
            return null;
        }

        using var read = new MemoryStream();
        var buffer = new byte[16 * 1024];
        for (int count; (count = await context.Request.Body.ReadAsync(buffer, context.RequestAborted)) > 0;)
        {
            await read.WriteAsync(buffer.AsMemory(0, count), context.RequestAborted);
            if (read.Length > maxBytes)
            {
                return null;
            }
        }

        return read.ToArray();
    }

    /// <returns>Key of the words for what is wrong; null for nothing.</returns>
    internal static string? WhyNot(ReadOnlySpan<byte> json, int maxDepth = MaxDepth)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = maxDepth });
        var names = new Stack<HashSet<string>>();
        try
        {
            while (reader.Read())
            {
                switch (reader.TokenType)
                {
                    case JsonTokenType.StartObject:
                        // Names are read without regard to case.
                        names.Push(new HashSet<string>(StringComparer.OrdinalIgnoreCase));
                        break;
                    case JsonTokenType.EndObject:
                        names.Pop();
                        break;
                    case JsonTokenType.PropertyName when !names.Peek().Add(reader.GetString()!):
                        return "Request.NamedTwice";
                    case JsonTokenType.String:
                        // Throws where the bytes are no UTF-8, and where half of a character stands alone.
                        _ = reader.GetString();
                        break;
                }
            }

            return null;
        }
        catch (JsonException)
        {
            return "Request.NoJson";
        }
        catch (InvalidOperationException)
        {
            return "Request.NoText";
        }
    }
}
