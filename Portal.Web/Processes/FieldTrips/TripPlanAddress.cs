using Portal.Web.Operations;

namespace Portal.Web.Processes.FieldTrips;

/// <summary>What an address asks of the plans: the page and the files made of it show the same trips.</summary>
public static class TripPlanAddress
{
    /// <summary>Keys of the address.</summary>
    public const string From = "tu";

    public const string To = "den";

    public const string Group = "nhom";

    public const string Leader = "lanh-dao";

    /// <param name="value">A value of the address by its key; empty where it has none.</param>
    public static TripPlanFilter Of(Func<string, string> value, DateOnly today) =>
        TripPlanFilter.Of(AddressDay.Of(value(From)), AddressDay.Of(value(To)), today) with
        {
            GroupId = value(Group),
            LeaderId = value(Leader),
        };
}
