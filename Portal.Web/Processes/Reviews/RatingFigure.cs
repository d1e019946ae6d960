using Microsoft.EntityFrameworkCore;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Reviews;
using Portal.Web.Persistence;
using Portal.Web.Shared;

namespace Portal.Web.Processes.Reviews;

/// <summary>How the area was rated in the last years: for years before the portal as registered, since then as decided.</summary>
public sealed class RatingFigure : IAreaFigure
{
    private const int Years = 3;

    public string Key => "ratings";

    public int Order => 80;

    public AreaFigureKind Kind => AreaFigureKind.Words;

    public bool IsContent => true;

    public int? StaleDays(CaseContext context) => null;

    public string RowsOf(string areaId) => $"{Routes.Area(areaId)}#xep-loai";

    public async Task<IReadOnlyList<AreaFigure>> OfAsync(PortalDbContext db, AreaFigureQuestion asked, CancellationToken cancellation)
    {
        var first = asked.Context.Today.Year - Years;
        var decided = await db.Set<ReviewProposal>().IgnoreAutoIncludes()
            .Where(p => asked.AreaIds.Contains(p.AreaId) && p.CycleId != null && p.Year >= first && p.FinalRating != null)
            .Join(asked.Readable, p => p.CaseId, c => c.Id, (p, c) => new { p.AreaId, p.Year, Level = p.FinalRating!.Value })
            .ToListAsync(cancellation);
        var past = await db.Set<PastRating>().Where(r => asked.AreaIds.Contains(r.AreaId) && r.Year >= first)
            .Select(r => new { r.AreaId, r.Year, r.Level })
            .ToListAsync(cancellation);
        return
        [
            .. decided.Select(r => (r.AreaId, r.Year, r.Level)).Concat(past.Select(r => (r.AreaId, r.Year, r.Level)))
                .DistinctBy(r => (r.AreaId, r.Year))
                .Select(r => new AreaFigure(r.AreaId, VietnamTime.ToUtc(new DateTime(r.Year, 12, 31)))
                {
                    Words = LocalText.Of($"rating-short.{r.Level}"),
                }),
        ];
    }
}
