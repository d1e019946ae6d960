namespace Portal.Domain.Reviews;

/// <summary>A member who has given an opinion, or said to have none.</summary>
public sealed record MemberInputNote(string PersonId, bool HasOpinion, QualityRating? RatingView, DateTime At);
