using System.Globalization;
using System.Security.Claims;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;
using Portal.Web.Security;
using Portal.Web.Texts;

namespace Portal.Web.Setup;

/// <summary>How often one address may try to sign in and one person may call; more is answered with 429 and when to come again.</summary>
public static class RateLimits
{
    /// <summary>From one address; a watcher asks every few seconds.</summary>
    private const int HealthQuestionsPerMinute = 60;

    public static void AddRateLimits(this IServiceCollection services)
    {
        services.AddRateLimiter(_ => { });
        services.AddOptions<RateLimiterOptions>().Configure<IOptions<SecurityOptions>>((limits, options) =>
        {
            limits.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limits.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context => Partition(context, options.Value));
            limits.OnRejected = RejectAsync;
        });
    }

    private static RateLimitPartition<string> Partition(HttpContext context, SecurityOptions options)
    {
        if (HttpMethods.IsPost(context.Request.Method) && context.IsAt(DoorKind.SignIn))
        {
            return RateLimitPartition.GetSlidingWindowLimiter(
                $"sign-in {context.Connection.RemoteIpAddress}",
                _ => new SlidingWindowRateLimiterOptions
                {
                    PermitLimit = options.SignInsPerMinute,
                    Window = TimeSpan.FromMinutes(1),
                    SegmentsPerWindow = 6,
                });
        }

        if (context.IsAt(DoorKind.Health))
        {
            // Anybody may call the health check, and each call takes the writer's lock.
            return RateLimitPartition.GetSlidingWindowLimiter(
                $"health {context.Connection.RemoteIpAddress}",
                _ => new SlidingWindowRateLimiterOptions
                {
                    PermitLimit = HealthQuestionsPerMinute,
                    Window = TimeSpan.FromMinutes(1),
                    SegmentsPerWindow = 6,
                });
        }

        if (context.IsLine())
        {
            // A line lasts as long as its page is open: this many pages at once.
            return RateLimitPartition.GetConcurrencyLimiter(
                $"line {context.User.FindFirstValue(PersonClaim.Person) ?? context.Connection.RemoteIpAddress?.ToString()}",
                _ => new ConcurrencyLimiterOptions { PermitLimit = options.PagesPerPerson });
        }

        return context.IsApi()
            ? RateLimitPartition.GetSlidingWindowLimiter(
                $"api {context.User.FindFirstValue(PersonClaim.Person) ?? context.Connection.RemoteIpAddress?.ToString()}",
                _ => new SlidingWindowRateLimiterOptions
                {
                    PermitLimit = options.ApiCallsPerSecond,
                    Window = TimeSpan.FromSeconds(1),
                    SegmentsPerWindow = 4,
                })
            : RateLimitPartition.GetNoLimiter("");
    }

    private static async ValueTask RejectAsync(OnRejectedContext rejected, CancellationToken cancellation)
    {
        var context = rejected.HttpContext;
        var texts = context.RequestServices.GetRequiredService<Localizer>();
        var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after)
            ? Math.Max(1, (int)Math.Ceiling(after.TotalSeconds))
            : 1;
        context.Response.Headers.RetryAfter = wait.ToString(CultureInfo.InvariantCulture);
        if (context.IsApi())
        {
            await Results.Problem(statusCode: StatusCodes.Status429TooManyRequests, title: texts["Request.TooMany", wait])
                .ExecuteAsync(context);
        }
        else
        {
            context.Response.ContentType = "text/html; charset=utf-8";
            await context.Response.WriteAsync(
                AppErrors.Page(texts, texts["Request.TooManyTitle"], texts["Request.TooMany", wait]), cancellation);
        }
    }
}
