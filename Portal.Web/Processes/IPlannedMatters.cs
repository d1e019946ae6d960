using Portal.Domain.Cases;
using Portal.Web.Operations.Calendar;
using Portal.Web.Persistence;

namespace Portal.Web.Processes;

/// <summary>What a module has planned for a day and nobody has given notice of yet: the calendar shows it beside what is settled.</summary>
public interface IPlannedMatters
{
    /// <param name="readable">Cases whose content the person who asks may read.</param>
    /// <param name="from">First day, of Viet Nam.</param>
    /// <param name="to">Last day, of Viet Nam.</param>
    /// <returns>Also what was struck off without anything having come of it, as called off.</returns>
    Task<IReadOnlyList<CalendarEntry>> BetweenAsync(
        PortalDbContext db, IQueryable<Case> readable, DateOnly from, DateOnly to, CancellationToken cancellation = default);
}
