using Microsoft.EntityFrameworkCore;
using Portal.Domain.Cases;
using Portal.Domain.Reviews;
using Portal.Web.Persistence;
using Portal.Web.Shared;

namespace Portal.Web.Processes.Reviews;

/// <summary>Proposals of what the area should review (P3) that nobody has decided for good, as far as the person reads them.</summary>
public sealed class ProposalFigure : IAreaFigure
{
    private static readonly ReviewProposalStatus[] Settled =
    [
        ReviewProposalStatus.DecidedByStandingCommittee, ReviewProposalStatus.Issued, ReviewProposalStatus.Monitoring,
        ReviewProposalStatus.Concluded, ReviewProposalStatus.Closed, ReviewProposalStatus.Withdrawn, ReviewProposalStatus.Cancelled,
    ];

    public string Key => "proposals";

    public int Order => 70;

    public AreaFigureKind Kind => AreaFigureKind.Open;

    public bool IsContent => true;

    public int? StaleDays(CaseContext context) => null;

    public string RowsOf(string areaId) => $"{Routes.Area(areaId)}#ho-so-mo";

    public async Task<IReadOnlyList<AreaFigure>> OfAsync(PortalDbContext db, AreaFigureQuestion asked, CancellationToken cancellation) =>
        await db.Set<ReviewProposal>().IgnoreAutoIncludes()
            .Where(p => asked.AreaIds.Contains(p.AreaId) && !Settled.Contains(p.Status))
            .Join(asked.Readable, p => p.CaseId, c => c.Id, (p, c) => p.AreaId)
            .GroupBy(a => a)
            .Select(g => new AreaFigure(g.Key, null, g.Count(), false))
            .ToListAsync(cancellation);
}
