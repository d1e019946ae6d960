using Portal.Domain.Areas;
using Portal.Web.Operations.Calendar;
using Portal.Web.Operations.Cases;
using Portal.Web.Operations.FollowUps;

namespace Portal.Web.Operations.Areas;

/// <summary>What one person may know of an area.</summary>
/// <param name="MayKeepBook">The person may add, change and end contacts and sub-units.</param>
/// <param name="ReadsContent">Contacts are for this person.</param>
public sealed record AreaView(
    MonitoredArea Area, string? GroupId, string? LeaderId, IReadOnlyList<Watcher> Watchers, IReadOnlyList<MonitoredArea> Predecessors,
    IReadOnlyList<MonitoredArea> Successors,
    IReadOnlyList<AreaContact> Contacts, IReadOnlyList<SubUnit> Units, bool MayKeepBook, bool ReadsContent, IReadOnlyList<CaseRow> Open,
    IReadOnlyList<FollowedRow> Log, IReadOnlyList<CalendarEntry> Calendar);
