using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Common;
using Portal.Web.Operations;
using Portal.Web.Persistence;
using Portal.Web.Security;

namespace Portal.Web.Api;

/// <summary>
/// Honours <c>Idempotency-Key</c>: the same request with the same key gets the first answer again and nothing is done
/// twice. The same key with another request is refused. Keys are kept per person for a day.
/// </summary>
public sealed class IdempotencyFilter(PortalOperations operations, TimeProvider time) : IEndpointFilter
{
    public const string Header = "Idempotency-Key";

    private static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    // A second request with a key that is being answered waits for the first.
    private static readonly System.Collections.Concurrent.ConcurrentDictionary<string, SemaphoreSlim> Busy = new();

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var key = http.Request.Headers[Header].ToString();
        if (key.Length == 0)
        {
            return await next(context);
        }

        if (key.Length > 200)
        {
            return TypedResults.Problem(statusCode: 400, title: $"{Header}: 1–200");
        }

        var actor = http.User.ToActor();
        var hash = HashOf(http, context);
        var gate = Busy.GetOrAdd($"{actor.PersonId}\n{key}", _ => new SemaphoreSlim(1));
        await gate.WaitAsync(http.RequestAborted);
        try
        {
            var since = time.GetUtcNow().UtcDateTime - Kept;
            var known = await operations.ReadAsync(db => db.IdempotentAnswers.FirstOrDefaultAsync(a => a.PersonId == actor.PersonId && a.Key == key && a.At > since, http.RequestAborted), http.RequestAborted);
            if (known is not null)
            {
                return known.RequestHash == hash
                    ? Results.Text(known.Body, known.Status < 400 ? "application/json" : "application/problem+json", Encoding.UTF8, known.Status)
                    : TypedResults.Problem(statusCode: 409, title: $"{Header}: khóa này đã dùng cho một yêu cầu khác.");
            }

            var answer = await next(context);
            await KeepAsync(actor.PersonId, key, hash, answer, http);
            return answer;
        }
        finally
        {
            gate.Release();
            Busy.TryRemove($"{actor.PersonId}\n{key}", out _);
        }
    }

    private async Task KeepAsync(string personId, string key, string hash, object? answer, HttpContext http)
    {
        var status = (answer as IStatusCodeHttpResult)?.StatusCode ?? 200;
        var value = answer is IValueHttpResult v ? v.Value : (answer as Microsoft.AspNetCore.Http.HttpResults.ProblemHttpResult)?.ProblemDetails;

        // Only what was done is kept: a refusal changed nothing and may be tried again.
        if (status >= 400 || value is null or ProblemDetails)
        {
            return;
        }

        var options = http.RequestServices.GetRequiredService<Microsoft.Extensions.Options.IOptions<Microsoft.AspNetCore.Http.Json.JsonOptions>>().Value.SerializerOptions;
        var body = JsonSerializer.Serialize(value, value.GetType(), options);
        await operations.RunAsync(Domain.Organisation.Actor.System, async o =>
        {
            var old = o.Context.Now - Kept;
            await o.Db.IdempotentAnswers.Where(a => a.At <= old).ExecuteDeleteAsync();
            o.Db.IdempotentAnswers.Add(new IdempotentAnswer { PersonId = personId, Key = key, RequestHash = hash, Status = status, Body = body, At = o.Context.Now });
            return Result.Ok;
        });
    }

    private static string HashOf(HttpContext http, EndpointFilterInvocationContext context)
    {
        var body = context.Arguments.FirstOrDefault(a => a is StartRequest or CompleteRequest);
        var text = $"{http.Request.Method} {http.Request.Path}\n{(body is null ? "" : JsonSerializer.Serialize(body, body.GetType()))}";
        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }
}
