namespace Portal.Domain.AreaReports;

/// <summary>An item of the area (Đ5.1) that the leader has not been told of yet: taken into the report, or left out.</summary>
public sealed record CarriedItem
{
    /// <summary>Number in the report, from 1.</summary>
    public int? Item { get; init; }

    public Guid? ItemId { get; init; }

    /// <summary>What it says, as its own record has it.</summary>
    public string? What { get; init; }

    public bool? Include { get; init; }
}
