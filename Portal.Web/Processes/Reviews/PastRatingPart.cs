using Microsoft.EntityFrameworkCore;
using Portal.Domain.Administration.Workbook;
using Portal.Domain.Reviews;
using Portal.Web.Persistence;

namespace Portal.Web.Processes.Reviews;

/// <summary>Ratings of former years in the workbook of the organisation.</summary>
public sealed class PastRatingPart : IWorkbookPart
{
    public IWorkbookSheet Sheet { get; } = new PastRatingSheet();

    public async Task<IReadOnlyList<object>> RowsAsync(PortalDbContext db, CancellationToken cancellation) =>
        await db.Set<PastRating>().OrderBy(r => r.AreaId).ThenBy(r => r.Year).ToListAsync(cancellation);
}
