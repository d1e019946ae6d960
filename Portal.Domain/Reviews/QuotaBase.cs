namespace Portal.Domain.Reviews;

public enum QuotaBase
{
    RatedGood,
    RatedGoodOrBetter,
    AllRated,
}
