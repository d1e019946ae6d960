namespace Portal.Domain.FollowUps;

/// <summary>Where a record comes from.</summary>
/// <param name="CaseId">The case that it came of; null where somebody noted it by itself.</param>
/// <param name="Index">With the case it keeps the record from being made twice; 0 without a case.</param>
/// <param name="IsRestricted">The whole source concerns personnel.</param>
internal sealed record FollowedOrigin(Guid? CaseId, int Index, string GroupId, string AuthorId, bool IsRestricted = false);
