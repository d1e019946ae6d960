using Portal.Domain.Reviews;

namespace Portal.Web.Processes.Reviews;

/// <summary>A level of one year, with what it is: official, decided or only proposed (R-REV-07).</summary>
public sealed record YearRating(int Year, string Number, QualityRating? Proposed, QualityRating? Decided, QualityRating? Final);
