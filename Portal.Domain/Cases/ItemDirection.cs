namespace Portal.Domain.Cases;

/// <summary>Direction of a leader for one reported item (F6).</summary>
public sealed record ItemDirection
{
    /// <summary>Position in the report's list, from 1.</summary>
    public int? Item { get; init; }

    public string? Direction { get; init; }

    public string? DepartmentId { get; init; }
}
