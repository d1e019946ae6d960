namespace Portal.Web.Operations.Areas;

/// <summary>Something happened in an area.</summary>
public sealed class AreaEvent
{
    public required string AreaId { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime At { get; init; }
}
