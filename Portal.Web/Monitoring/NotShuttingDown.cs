using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Portal.Web.Monitoring;

/// <summary>Not while the program is about to end: a proxy in front sends nobody here any more.</summary>
public sealed class NotShuttingDown(ShutdownNotice shutdownNotice) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(shutdownNotice.IsShuttingDown ? HealthCheckResult.Unhealthy() : HealthCheckResult.Healthy());
}
