namespace Portal.Domain.Reviews;

/// <summary>Mức xếp loại chất lượng, four levels; the scale in force may change by year (P).</summary>
public enum QualityRating
{
    Excellent,
    Good,
    Completed,
    NotCompleted,
}
