using Portal.Web.Persistence;

namespace Portal.Web.Processes;

/// <summary>A figure of something that happens again and again: the board counts it by month.</summary>
public interface IAreaActivity : IAreaFigure
{
    /// <param name="from">UTC.</param>
    /// <returns>Area and moment (UTC) of each.</returns>
    Task<IReadOnlyList<AreaFigure>> SinceAsync(
        PortalDbContext db, AreaFigureQuestion asked, DateTime from, CancellationToken cancellation);
}
