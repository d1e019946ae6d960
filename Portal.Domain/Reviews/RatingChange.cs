namespace Portal.Domain.Reviews;

/// <summary>A value that the rating had, by whom and why (R-REV-07).</summary>
/// <param name="Stage"><c>Proposed</c>, <c>LeaderInCharge</c>, <c>Collective</c>, <c>Advised</c> or <c>Final</c>.</param>
public sealed record RatingChange(string Stage, QualityRating Level, string Reason, string PersonId, string? ActingForId, DateTime At);
