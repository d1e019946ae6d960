using Microsoft.Extensions.Diagnostics.HealthChecks;
using Portal.Web.Operations;

namespace Portal.Web.Monitoring;

/// <summary>
/// The database takes a write: a lock on it is taken and let go. A full disk, a locked or read-only file shows here, and so does a part
/// that was found damaged.
/// </summary>
public sealed class WritableDatabase(PortalOperations operations) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        await operations.IsWritableAsync(cancellationToken) ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy();
}
