using Portal.Domain.Cases;
using Portal.Domain.Common;

namespace Portal.Web.Operations.Calendar;

/// <summary>One matter of the calendar.</summary>
/// <param name="Clashes">People on it who have something else at the same time.</param>
public sealed record CalendarEntry(
    EngagementKind Kind, Guid CaseId, string Number, LocalText Title, DateTime From, DateTime To, string Status, string GroupId,
    IReadOnlyList<string> AreaIds,
    IReadOnlyList<string> PersonIds, IReadOnlyList<string> Clashes);
