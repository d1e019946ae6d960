using Microsoft.EntityFrameworkCore;
using Portal.Domain.Cases;
using Portal.Web.Operations.Areas;
using Portal.Web.Persistence;
using Portal.Web.Shared;

namespace Portal.Web.Processes.AreaBoard;

/// <summary>What brings the group and the area together, by the day that it began. Days only, for anybody on the board.</summary>
public abstract class EngagementFigure(EngagementKind engagement) : IAreaActivity
{
    public abstract string Key { get; }

    public abstract int Order { get; }

    public AreaFigureKind Kind => AreaFigureKind.Last;

    public bool IsContent => false;

    public abstract int? StaleDays(CaseContext context);

    public string RowsOf(string areaId) =>
        Routes.AreaTimeline(areaId, engagement == EngagementKind.Trip ? AreaFactKind.Visit : AreaFactKind.Meeting);

    public async Task<IReadOnlyList<AreaFigure>> OfAsync(PortalDbContext db, AreaFigureQuestion asked, CancellationToken cancellation) =>
        await AreaEvents.Engagements(db, engagement, asked.AreaIds, DateTime.MinValue, asked.Context.Now)
            .GroupBy(e => e.AreaId)
            .Select(g => new AreaFigure(g.Key, g.Max(e => e.At), 0, false))
            .ToListAsync(cancellation);

    public async Task<IReadOnlyList<AreaFigure>> SinceAsync(
        PortalDbContext db, AreaFigureQuestion asked, DateTime from, CancellationToken cancellation) =>
        await AreaEvents.Engagements(db, engagement, asked.AreaIds, from, asked.Context.Now)
            .Select(e => new AreaFigure(e.AreaId, e.At, 0, false))
            .ToListAsync(cancellation);
}
