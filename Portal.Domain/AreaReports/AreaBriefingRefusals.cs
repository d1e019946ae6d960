using Portal.Domain.Common;

namespace Portal.Domain.AreaReports;

/// <summary>Refusals of a briefing on an area.</summary>
public static class AreaBriefingRefusals
{
    /// <summary>Leaders ask for one, and leads of groups offer one.</summary>
    public static Refusal OnlyLeadersAndLeads { get; } = Refusal.NotAllowed("AreaBriefing.OnlyLeadersAndLeads", "Đ5.5");

    /// <summary>X-08: nobody accepts what they wrote.</summary>
    public static Refusal Own { get; } = Refusal.NotAllowed("AreaBriefing.Own", "Đ5.5");

    /// <summary>Somebody else's area: it is for those who watch it, the leader in charge and the head.</summary>
    public static Refusal NotYours { get; } = Refusal.Invalid([new FieldError("areaId", "AreaBriefing.NotYours", "Đ5.5")]);
}
