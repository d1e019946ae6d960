using System.Text.Json.Serialization;

namespace Portal.Workflows.Engine.Waits;

/// <summary>Waits for the report of a program (<c>Elsa.RunTask</c>).</summary>
public sealed record ReportWait : WaitState
{
    [JsonPropertyName("d")]
    public required string TaskName { get; init; }
}
