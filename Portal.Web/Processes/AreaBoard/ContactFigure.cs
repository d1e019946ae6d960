using Microsoft.EntityFrameworkCore;
using Portal.Domain.Cases;
using Portal.Web.Operations.Areas;
using Portal.Web.Persistence;
using Portal.Web.Shared;

namespace Portal.Web.Processes.AreaBoard;

/// <summary>When the group was last in contact with the area (Đ9.1).</summary>
public sealed class ContactFigure : IAreaActivity
{
    public string Key => "contact";

    public int Order => 40;

    public AreaFigureKind Kind => AreaFigureKind.Last;

    public bool IsContent => false;

    public int? StaleDays(CaseContext context) => context.Settings.Int("Contact.StaleDays");

    public string RowsOf(string areaId) => $"{Routes.Contacts}?dia-ban={Uri.EscapeDataString(areaId)}";

    public async Task<IReadOnlyList<AreaFigure>> OfAsync(PortalDbContext db, AreaFigureQuestion asked, CancellationToken cancellation) =>
        await AreaEvents.Contacts(db, asked.AreaIds, DateTime.MinValue, asked.Context.Now)
            .GroupBy(e => e.AreaId)
            .Select(g => new AreaFigure(g.Key, g.Max(e => e.At), 0, false))
            .ToListAsync(cancellation);

    public async Task<IReadOnlyList<AreaFigure>> SinceAsync(
        PortalDbContext db, AreaFigureQuestion asked, DateTime from, CancellationToken cancellation) =>
        await AreaEvents.Contacts(db, asked.AreaIds, from, asked.Context.Now)
            .Select(e => new AreaFigure(e.AreaId, e.At, 0, false))
            .ToListAsync(cancellation);
}
