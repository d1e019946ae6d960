using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;
using Portal.Web.Operations;
using Portal.Web.Operations.Administration;
using Portal.Web.Setup;

namespace Portal.Web.Monitoring;

/// <summary>The database takes a write: a lock on it is taken and let go. A full disk, a locked or read-only file shows here.</summary>
public sealed class WritableDatabase(PortalOperations operations) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        await operations.IsWritableAsync(cancellationToken) ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy();
}

/// <summary>Room on the disk of the data: degraded below <see cref="Low"/>, unhealthy below <see cref="TooLow"/>.</summary>
public sealed class DiskRoom(IOptions<DataOptions> data) : IHealthCheck
{
    public const long Low = 2L << 30;

    public const long TooLow = 256L << 20;

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) => Task.FromResult(Of(new DriveInfo(data.Value.Folder).AvailableFreeSpace));

    /// <param name="free">Bytes.</param>
    public static HealthCheckResult Of(long free) => free < TooLow ? HealthCheckResult.Unhealthy() : free < Low ? HealthCheckResult.Degraded() : HealthCheckResult.Healthy();
}

/// <summary>Timers, reminders and mail are looked after: unhealthy when that was last done longer ago than <see cref="Limit"/>.</summary>
public sealed class TimeIsKept(PortalMetrics metrics) : IHealthCheck
{
    /// <summary>Ten times as long as between two rounds.</summary>
    public static TimeSpan Limit { get; } = TimeSpan.FromMinutes(5);

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(metrics.TimeKeeperAge <= Limit ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy());
}

/// <summary>Backups are made: degraded when the newest is older than two days, or there is none two days after the start.</summary>
public sealed class BackupIsRecent(Backups backups, IOptions<BackupOptions> options, TimeProvider time) : IHealthCheck
{
    private static readonly TimeSpan Limit = TimeSpan.FromDays(2);

    private readonly DateTime _started = time.GetUtcNow().UtcDateTime;

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(!options.Value.Enabled || time.GetUtcNow().UtcDateTime - (backups.Newest ?? _started) <= Limit ? HealthCheckResult.Healthy() : HealthCheckResult.Degraded());
}

/// <summary>Not while the program is about to end: a proxy in front sends nobody here any more.</summary>
public sealed class NotDraining(Drain drain) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(drain.IsDraining ? HealthCheckResult.Unhealthy() : HealthCheckResult.Healthy());
}
