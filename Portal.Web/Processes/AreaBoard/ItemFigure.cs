using Microsoft.EntityFrameworkCore;
using Portal.Domain.Cases;
using Portal.Domain.ReportItems;
using Portal.Web.Persistence;
using Portal.Web.Shared;

namespace Portal.Web.Processes.AreaBoard;

/// <summary>Difficulties, proposals and the like that are open (Đ5.1), as far as the person reads them; an urgent one stands out.</summary>
public sealed class ItemFigure : IAreaFigure
{
    public string Key => "items";

    public int Order => 50;

    public AreaFigureKind Kind => AreaFigureKind.Open;

    public bool IsContent => true;

    public int? StaleDays(CaseContext context) => null;

    public string RowsOf(string areaId) => $"{Routes.ReportItems}?dia-ban={Uri.EscapeDataString(areaId)}";

    public async Task<IReadOnlyList<AreaFigure>> OfAsync(PortalDbContext db, AreaFigureQuestion asked, CancellationToken cancellation) =>
        await db.ReportItems.Where(ReportItemAccess.Readable(asked.Scope)).Where(ReportItemAccess.Open)
            .Where(i => asked.AreaIds.Contains(i.AreaId))
            .GroupBy(i => i.AreaId)
            .Select(g => new AreaFigure(g.Key, null, g.Count(), g.Any(i => i.Level == ReportItemLevel.Urgent)))
            .ToListAsync(cancellation);
}
