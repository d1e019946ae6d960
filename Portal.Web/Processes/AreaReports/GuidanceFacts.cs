using Microsoft.EntityFrameworkCore;
using Portal.Domain.Cases;
using Portal.Domain.FollowUps;
using Portal.Domain.Guidance;
using Portal.Web.Persistence;

namespace Portal.Web.Processes.AreaReports;

/// <summary>Đ5.4: guidance, inspection, urging and supervision that was noted by itself; what a trip reports comes with the trip.</summary>
public sealed class GuidanceFacts : IAreaFacts
{
    /// <summary>Records of one area that are looked at.</summary>
    private const int MostRecords = 200;

    public async Task<IReadOnlyList<AreaFact>> BetweenAsync(
        PortalDbContext db, IQueryable<Case> readable, IReadOnlyCollection<string> areaIds, DateTime from, DateTime to,
        CancellationToken cancellation = default)
    {
        var done = await db.Set<GuidanceAction>()
            .Where(g => areaIds.Contains(g.AreaId) && g.At >= from && g.At < to && g.SourceCaseId == null)
            .Where(g => g.Sensitivity == Sensitivity.Normal && g.State != FollowedState.Cancelled)
            .OrderBy(g => g.At)
            .Take(MostRecords)
            .ToListAsync(cancellation);
        return
        [
            .. done.Where(g => g.Content.Length > 0)
                .Select(g => new AreaFact(AreaFactKind.Guidance, "", g.At, WordsOf(g), g.Domain.Length > 0 ? g.Domain : null)),
        ];
    }

    private static string WordsOf(GuidanceAction guidance) =>
        guidance.Result.Length > 0 ? $"{guidance.Content.Trim().TrimEnd('.')}; {guidance.Result}" : guidance.Content;
}
