using Portal.Domain.Cases;
using Portal.Domain.Common;

namespace Portal.Web.Operations.Calendar;

/// <summary>One matter of the calendar.</summary>
/// <param name="CaseId">Its case; of what is only planned the plan's.</param>
/// <param name="From">UTC.</param>
/// <param name="To">UTC.</param>
public sealed record CalendarEntry(
    EngagementKind Kind, Guid CaseId, string Number, LocalText Title, DateTime From, DateTime To, string GroupId,
    IReadOnlyList<string> AreaIds,
    IReadOnlyList<string> PersonIds)
{
    /// <summary>Stays the same however often the matter changes; tells the items of a plan apart.</summary>
    public required Guid Id { get; init; }

    /// <summary>When something of it last changed, UTC.</summary>
    public required DateTime ChangedAt { get; init; }

    /// <summary>Rises with each change.</summary>
    public required int Version { get; init; }

    /// <summary>Planned for these days; nobody has given notice of it.</summary>
    public bool IsPlanned { get; init; }

    /// <summary>It was to take place then and no longer will.</summary>
    public bool IsCalledOff { get; init; }

    /// <summary>People on it who have something else at the same time, or are absent.</summary>
    public IReadOnlyList<string> Clashes { get; init; } = [];
}
