using Portal.Domain.Areas;
using Portal.Domain.Common;

namespace Portal.Domain.FieldTrips;

/// <summary>Refusals of a field trip.</summary>
public static class FieldTripRefusals
{
    public static Refusal OnlyMembers { get; } = Refusal.NotAllowed("Trip.OnlyMembers", "Đ2.3");

    /// <summary>X-08: who wrote the notice or travels does not decide on the trip.</summary>
    public static Refusal OwnTrip { get; } = Refusal.NotAllowed("Trip.OwnTrip", "Đ5.2");

    /// <summary>R-TRIP-01 [Q]: the notice lacks content, time or place.</summary>
    public static Refusal NoticeIncomplete { get; } = new("Trip.NoticeIncomplete", "Đ8.1");

    /// <summary>R-TRIP-02 [Q]: neither a notice nor an oral report in its place.</summary>
    public static Refusal NoNotice { get; } = Refusal.NotNow("Trip.NoNotice", "Đ7.A.5");

    /// <summary>R-TRIP-03 [Q]: an area was neither contacted nor excepted with a reason.</summary>
    public static Refusal NoPriorContact { get; } = Refusal.NotNow("Trip.NoPriorContact", "Đ9.2");

    /// <summary>R-TRIP-05 [Q]: no leader has acknowledged the report.</summary>
    public static Refusal ResultNotAcknowledged { get; } = Refusal.NotNow("Trip.ResultNotAcknowledged", "Đ7.A.5");

    /// <summary>R-TRIP-06 [D]: the portal is set to wait for the leader's answer.</summary>
    public static Refusal AcknowledgementRequired { get; } = Refusal.NotNow("Trip.AcknowledgementRequired");

    /// <summary>E-T6: more time is given only before the result is late.</summary>
    public static Refusal AlreadyLate { get; } = Refusal.NotNow("Trip.AlreadyLate", "Đ7.A.5");

    /// <summary>R-TRIP-07 [D]: who is not of the group travels with the leader's answer alone.</summary>
    public static Refusal OutsiderNeedsLeader(string names) => Refusal.NotNow("Trip.OutsiderNeedsLeader", null, names);

    public static Refusal NotInThisState(FieldTripStatus status) => Refusal.NotNow("Trip.NotInThisState", null, status);

    /// <summary>R-ORG-06: an area that has ended by the day, with what became of it; else one of another group.</summary>
    internal static FieldError AreaNotValid(string path, string areaId, DateOnly day, OrganisationDirectory directory)
    {
        var ended = directory.EndedBefore([areaId], day).ToList();
        if (ended.Count == 0)
        {
            return new FieldError(path, "Trip.AreaNotYours", "Đ2.3", directory.AreaName(areaId));
        }

        var (area, last, successors) = ended[0];
        return successors.Count == 0
            ? new FieldError(path, "Trip.AreaEnded", "Đ2.1", area.Name, last, day)
            : new FieldError(path, "Trip.AreaBecame", "Đ2.1", area.Name, last, day, string.Join(", ", successors.Select(s => s.Name)));
    }
}
