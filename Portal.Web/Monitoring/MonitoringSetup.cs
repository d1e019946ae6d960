using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using Portal.Web.Security;

namespace Portal.Web.Monitoring;

/// <summary>Metrics, traces, health and the orderly end.</summary>
public static class MonitoringSetup
{
    // Blazor's own: circuits, and how long a screen takes to change.
    private static readonly string[] Meters =
    [
        PortalMetrics.Name, "Microsoft.AspNetCore.Components", "Microsoft.AspNetCore.Components.Lifecycle",
        "Microsoft.AspNetCore.Components.Server.Circuits", "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.RateLimiting",
        "System.Runtime",
    ];

    // These write addresses, and in addresses stand the words that people search for and the secrets of their calendar feeds.
    private static readonly string[] WritesAddresses =
    [
        "Microsoft.AspNetCore", "Microsoft.AspNetCore.Hosting.Diagnostics", "Microsoft.AspNetCore.Routing",
        "Microsoft.AspNetCore.Components", "Microsoft.AspNetCore.StaticFiles", "Microsoft.AspNetCore.HttpsPolicy",
    ];

    public static void AddMonitoring(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        foreach (var category in WritesAddresses)
        {
            builder.Logging.AddFilter(category, LogLevel.Warning);
        }

        services.AddOptions<TelemetryOptions>().BindConfiguration("Telemetry").ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<ShutdownOptions>().BindConfiguration("Drain").ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<PortalMetrics>();
        services.AddSingleton<ShutdownNotice>();
        services.AddHostedService(p => p.GetRequiredService<ShutdownNotice>());
        services.AddSingleton<BackupIsRecent>();
        services.AddHealthChecks()
            .AddCheck<WritableDatabase>("database", tags: ["ready"])
            .AddCheck<DiskSpace>("disk", tags: ["ready"])
            .AddCheck<TimeIsKept>("timers", tags: ["ready"])
            .AddCheck<BackupIsRecent>("backup", tags: ["ready"]).AddCheck<NotShuttingDown>("serving", tags: ["ready"]);

        var telemetry = builder.Configuration.GetSection("Telemetry").Get<TelemetryOptions>() ?? new();
        if (Uri.TryCreate(telemetry.OtlpEndpoint, UriKind.Absolute, out var collector))
        {
            services.AddOpenTelemetry()
                .ConfigureResource(r => r.AddService(
                    "portal", serviceVersion: typeof(MonitoringSetup).Assembly.GetName().Version?.ToString()))
                .WithMetrics(m => m.AddMeter(Meters))
                .WithTracing(t => t.SetSampler(new ParentBasedSampler(new TraceIdRatioBasedSampler(telemetry.TraceRatio)))
                    .AddSource(PortalMetrics.Name)
                    .AddAspNetCoreInstrumentation(o => o.Filter = IsTraced))
                .UseOtlpExporter(OpenTelemetry.Exporter.OtlpExportProtocol.Grpc, collector);
        }
    }

    /// <summary>
    /// Whether it runs, for whoever restarts it; and whether it can do its work, for whoever watches it: names and states, nothing else.
    /// </summary>
    public static void MapHealth(this WebApplication app)
    {
        var asked = new HttpMethodMetadata([HttpMethods.Get, HttpMethods.Head]);
        app.MapHealthChecks("/health/live", new() { Predicate = _ => false }).AllowAnonymous()
            .WithMetadata(new DoorAttribute(DoorKind.Watched), asked);
        app.MapHealthChecks("/health/ready", new HealthCheckOptions
        {
            Predicate = c => c.Tags.Contains("ready"),
            ResponseWriter = (http, report) => http.Response.WriteAsJsonAsync(new
            {
                status = report.Status.ToString(),
                checks = report.Entries.ToDictionary(e => e.Key, e => e.Value.Status.ToString()),
            }),
        }).AllowAnonymous().WithMetadata(new DoorAttribute(DoorKind.Health | DoorKind.Watched), asked);
    }

    // The address of a calendar feed is its secret; files that everybody may have tell nothing. This is asked before routing has found
    // an endpoint, so the address itself is looked at, in any spelling that routing takes.
    private static bool IsTraced(HttpContext http) =>
        !http.Request.Path.StartsWithSegments("/lich", StringComparison.OrdinalIgnoreCase)
            && http.GetEndpoint()?.Metadata.GetMetadata<Microsoft.AspNetCore.StaticAssets.StaticAssetDescriptor>() is null;
}
