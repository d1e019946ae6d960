namespace Portal.Domain.Administration;

/// <summary>The end of a row: its last day.</summary>
public sealed record EndInput
{
    public DateOnly? Last { get; init; }

    public string? Reason { get; init; }
}
