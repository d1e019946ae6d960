using Portal.Domain.Areas;
using Portal.Web.Operations.Calendar;
using Portal.Web.Operations.Cases;
using Portal.Web.Operations.FollowUps;

namespace Portal.Web.Operations.Areas;

/// <summary>What one person may know of an area.</summary>
/// <param name="ReadsContent">Contacts are for this person.</param>
public sealed record AreaView(
    MonitoredArea Area, string? GroupId, string? LeaderId, IReadOnlyList<Watcher> Watchers, IReadOnlyList<MonitoredArea> Predecessors,
    IReadOnlyList<MonitoredArea> Successors,
    IReadOnlyList<AreaContact> Contacts, bool ReadsContent, IReadOnlyList<CaseRow> Open,
    IReadOnlyList<FollowedRow> Log, IReadOnlyList<CalendarEntry> Calendar);
