using Portal.Domain.Common;

namespace Portal.Domain.Reviews;

/// <summary>Ratings of former years that are not taken over.</summary>
public static class PastRatingRefusals
{
    /// <summary>The level of the running year comes of its review.</summary>
    public static Refusal YearNotOver(int year) => new("PastRating.YearNotOver", null, WrittenYear(year));

    public static Refusal NoAreaThen(string area, int year) => new("PastRating.NoAreaThen", "Đ2.1", area, WrittenYear(year));

    // A year is no number to be grouped by thousands.
    private static string WrittenYear(int year) => year.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
