using Microsoft.EntityFrameworkCore;
using Portal.Domain.Cases;
using Portal.Domain.Contacts;
using Portal.Domain.FollowUps;
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
        await Made(db, asked)
            .GroupBy(c => c.AreaId)
            .Select(g => new AreaFigure(g.Key, g.Max(c => c.At), 0, false))
            .ToListAsync(cancellation);

    public async Task<IReadOnlyList<AreaFigure>> SinceAsync(
        PortalDbContext db, AreaFigureQuestion asked, DateTime from, CancellationToken cancellation) =>
        await Made(db, asked).Where(c => c.At >= from).Select(c => new AreaFigure(c.AreaId, c.At, 0, false)).ToListAsync(cancellation);

    private static IQueryable<ContactLog> Made(PortalDbContext db, AreaFigureQuestion asked) => db.ContactLogs
        .Where(c => asked.AreaIds.Contains(c.AreaId) && c.At < asked.Context.Now && c.State != FollowedState.Cancelled);
}
