using Portal.Domain.Cases;
using Portal.Web.Persistence;

namespace Portal.Web.Processes;

/// <summary>
/// What a module's records say of an area: reports and briefings of areas are made of it (Đ5.5, Đ8.2), for who may read what is known of
/// the area.
/// </summary>
public interface IAreaFacts
{
    /// <param name="readable">Cases whose content the person who asks may read, none of them Restricted.</param>
    /// <param name="areaIds">The area and its predecessors.</param>
    /// <param name="from">UTC.</param>
    /// <param name="to">UTC, behind the last moment.</param>
    /// <returns>In the order of time; parts that are Restricted within a case are left out.</returns>
    Task<IReadOnlyList<AreaFact>> BetweenAsync(
        PortalDbContext db, IQueryable<Case> readable, IReadOnlyCollection<string> areaIds, DateTime from, DateTime to,
        CancellationToken cancellation = default);
}
