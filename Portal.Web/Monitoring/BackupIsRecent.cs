using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;
using Portal.Web.Operations.Administration;
using Portal.Web.Setup;

namespace Portal.Web.Monitoring;

/// <summary>Backups are made: degraded when the newest is older than two days, or there is none two days after the start.</summary>
public sealed class BackupIsRecent(Backups backups, IOptions<BackupOptions> options, TimeProvider time) : IHealthCheck
{
    private static readonly TimeSpan Limit = TimeSpan.FromDays(2);

    private readonly DateTime _started = time.GetUtcNow().UtcDateTime;

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(!options.Value.Enabled || time.GetUtcNow().UtcDateTime - (backups.Newest ?? _started) <= Limit
            ? HealthCheckResult.Healthy()
            : HealthCheckResult.Degraded());
}
