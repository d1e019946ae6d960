using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Common;
using Portal.Web.Persistence;

namespace Portal.Web.Operations;

/// <summary>Does a keyed request once. The answer is kept in the same commit as the act.</summary>
public static class RequestKeys
{
    public static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    /// <returns>What <paramref name="act"/> returns, or what it returned the first time. A refusal is not kept: it may be tried
    /// again.</returns>
    public static async Task<Result<T>> OnceAsync<T>(
        this Operation o, RequestKey? request, Func<Task<Result<T>>> act, CancellationToken cancellation)
    {
        if (request is null)
        {
            return await act();
        }

        var person = o.Context.Actor.PersonId;
        var known = await o.Db.IdempotentAnswers.FirstOrDefaultAsync(a => a.PersonId == person && a.Key == request.Key, cancellation);
        if (known is not null && known.At > o.Context.Now - Kept)
        {
            return known.RequestHash == request.RequestHash
                ? JsonSerializer.Deserialize<T>(known.Receipt)!
                : Refusal.NotNow("Request.KeyTaken", null, request.Key);
        }

        var done = await act();
        if (done.IsSuccess)
        {
            if (known is null)
            {
                known = new IdempotentAnswer { PersonId = person, Key = request.Key };
                o.Db.IdempotentAnswers.Add(known);
            }

            (known.RequestHash, known.Receipt, known.At) = (request.RequestHash, JsonSerializer.Serialize(done.Value), o.Context.Now);
        }

        return done;
    }
}
