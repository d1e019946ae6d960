using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Portal.Web.Monitoring;

/// <summary>Timers, reminders and mail are looked after: unhealthy when that was last done longer ago than <see cref="Limit"/>.</summary>
public sealed class TimeIsKept(PortalMetrics metrics) : IHealthCheck
{
    /// <summary>Ten times as long as between two rounds.</summary>
    public static TimeSpan Limit { get; } = TimeSpan.FromMinutes(5);

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(metrics.TimeKeeperAge <= Limit ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy());
}
