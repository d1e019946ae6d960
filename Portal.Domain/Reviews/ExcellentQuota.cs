namespace Portal.Domain.Reviews;

/// <summary>R-REV-05 [P]: how many of a comparable group may be rated Excellent.</summary>
/// <param name="Percent">0 to 100.</param>
/// <param name="Base">What the percentage is taken of.</param>
/// <param name="Rounding">Of a share that is no whole number.</param>
public sealed record ExcellentQuota(int Percent, QuotaBase Base, QuotaRounding Rounding)
{
    public int Limit(IReadOnlyCollection<QualityRating> ratings)
    {
        var of = Base switch
        {
            QuotaBase.RatedGood => ratings.Count(r => r == QualityRating.Good),
            QuotaBase.RatedGoodOrBetter => ratings.Count(r => r is QualityRating.Good or QualityRating.Excellent),
            _ => ratings.Count,
        };
        var share = Percent * of / 100m;
        return (int)(Rounding switch
        {
            QuotaRounding.Floor => decimal.Floor(share),
            QuotaRounding.Ceiling => decimal.Ceiling(share),
            _ => decimal.Round(share, MidpointRounding.AwayFromZero),
        });
    }
}
