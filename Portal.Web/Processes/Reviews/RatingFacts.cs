using Microsoft.EntityFrameworkCore;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Reviews;
using Portal.Web.Persistence;

namespace Portal.Web.Processes.Reviews;

/// <summary>P3: how an area was rated, by the year that it was rated for.</summary>
public sealed class RatingFacts : IAreaFacts
{
    public async Task<IReadOnlyList<AreaFact>> BetweenAsync(
        PortalDbContext db, IQueryable<Case> readable, IReadOnlyCollection<string> areaIds, DateTime from, DateTime to,
        CancellationToken cancellation = default)
    {
        var (first, last) = (VietnamTime.DayOf(from).Year, VietnamTime.DayOf(to).Year);
        var rated = await db.Set<ReviewProposal>().IgnoreAutoIncludes()
            .Where(p => areaIds.Contains(p.AreaId) && p.CycleId != null && p.Year >= first && p.Year <= last && p.FinalRating != null)
            .Join(readable, p => p.CaseId, c => c.Id, (p, c) => new { p.Year, c.Number, p.FinalRating })
            .ToListAsync(cancellation);
        return [.. rated.Select(r => new AreaFact(AreaFactKind.Rating, r.Number, EndOf(r.Year))
        {
            State = LocalText.Of($"rating.{r.FinalRating}"),
        })];
    }

    private static DateTime EndOf(int year) => VietnamTime.ToUtc(new DateTime(year, 12, 31));
}
