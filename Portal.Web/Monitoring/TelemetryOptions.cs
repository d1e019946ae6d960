using System.ComponentModel.DataAnnotations;
using Portal.Web.Setup;

namespace Portal.Web.Monitoring;

/// <summary><c>Telemetry</c>: where traces and metrics go. Nowhere unless an installation says so.</summary>
public sealed class TelemetryOptions : IValidatableObject
{
    /// <summary>Address of a collector that speaks OTLP over gRPC, e.g. <c>http://localhost:4317</c>; empty: off.</summary>
    public string OtlpEndpoint { get; set; } = "";

    /// <summary>Part of the requests that are traced, 0 to 1.</summary>
    [Range(0, 1)]
    public double TraceRatio { get; set; } = 1;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (OtlpEndpoint.Length > 0
            && !(Uri.TryCreate(OtlpEndpoint, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"))
        {
            yield return new ValidationResult(
                StartTexts.Of("Start.TelemetryAddress"), [nameof(OtlpEndpoint)]);
        }
    }
}
