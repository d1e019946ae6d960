using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;
using Portal.Web.Setup;

namespace Portal.Web.Monitoring;

/// <summary>Room on the disk of the data: degraded below <see cref="Low"/>, unhealthy below <see cref="TooLow"/>.</summary>
public sealed class DiskSpace(IOptions<DataOptions> data) : IHealthCheck
{
    public const long Low = 2L << 30;

    public const long TooLow = 256L << 20;

    public Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context,
        CancellationToken cancellationToken = default) => Task.FromResult(Of(new DriveInfo(data.Value.Folder).AvailableFreeSpace));

    /// <param name="free">Bytes.</param>
    public static HealthCheckResult Of(long free)
    {
        if (free < TooLow)
        {
            return HealthCheckResult.Unhealthy();
        }

        if (free < Low)
        {
            return HealthCheckResult.Degraded();
        }

        return HealthCheckResult.Healthy();
    }
}
