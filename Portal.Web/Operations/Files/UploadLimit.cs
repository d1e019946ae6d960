using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;
using Portal.Web.Security;

namespace Portal.Web.Operations.Files;

/// <summary>How many files one person may send in a minute: they come by the page's own line, past the limits of requests.</summary>
public sealed class UploadLimit(IOptions<SecurityOptions> options) : IDisposable
{
    private readonly PartitionedRateLimiter<string> _limiter = PartitionedRateLimiter.Create<string, string>(person =>
        RateLimitPartition.GetSlidingWindowLimiter(person, _ => new SlidingWindowRateLimiterOptions
        {
            PermitLimit = options.Value.UploadsPerMinute,
            Window = TimeSpan.FromMinutes(1),
            SegmentsPerWindow = 6,
        }));

    public bool MayUpload(string personId)
    {
        using var lease = _limiter.AttemptAcquire(personId);
        return lease.IsAcquired;
    }

    public void Dispose() => _limiter.Dispose();
}
