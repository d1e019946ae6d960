using Microsoft.EntityFrameworkCore;
using Portal.Domain.Cases;
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

    public async Task<IReadOnlyList<AreaFigure>> OfAsync(PortalDbContext db, AreaFigureQuestion asked, CancellationToken cancellation)
    {
        var now = asked.Context.Now;
        return await Begun(db, asked, DateTime.MinValue, now)
            .GroupBy(b => b.AreaId)
            .Select(g => new AreaFigure(g.Key, g.Max(b => b.At), 0, false))
            .ToListAsync(cancellation);
    }

    public async Task<IReadOnlyList<AreaFigure>> SinceAsync(
        PortalDbContext db, AreaFigureQuestion asked, DateTime from, CancellationToken cancellation) =>
        await Begun(db, asked, from, asked.Context.Now).Select(b => new AreaFigure(b.AreaId, b.At, 0, false)).ToListAsync(cancellation);

    private IQueryable<Beginning> Begun(PortalDbContext db, AreaFigureQuestion asked, DateTime from, DateTime until) =>
        db.Set<CaseArea>().Where(a => asked.AreaIds.Contains(a.AreaId)).Join(
            db.Cases.Where(c => c.Engagement == engagement && c.BeganAt >= from && c.BeganAt < until && !c.IsCalledOff),
            a => a.CaseId, c => c.Id, (a, c) => new Beginning { AreaId = a.AreaId, At = c.BeganAt });

    private sealed class Beginning
    {
        public required string AreaId { get; init; }

        public required DateTime? At { get; init; }
    }
}
