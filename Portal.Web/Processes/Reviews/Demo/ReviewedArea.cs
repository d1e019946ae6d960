using Portal.Domain.Reviews;

namespace Portal.Web.Processes.Reviews.Demo;

/// <summary>An area in a review cycle of the demo.</summary>
/// <param name="Index">Its place among the areas of the cycle; it varies what happens.</param>
/// <param name="Rating">The level that its group proposes.</param>
internal sealed record ReviewedArea(int Year, string Area, int Index, Reach Reach, QualityRating Rating);
