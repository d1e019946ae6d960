namespace Portal.Domain.Reviews;

/// <summary>
/// Mức xếp loại chính thức of an area for a year before the portal was in use (R-REV-07): taken over from the documents of that time.
/// </summary>
public sealed class PastRating
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string AreaId { get; init; }

    public required int Year { get; init; }

    public required QualityRating Level { get; set; }

    /// <summary>Number and date of the document that says so.</summary>
    public string Document { get; set; } = "";
}
