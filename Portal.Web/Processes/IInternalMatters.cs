using Portal.Domain.Cases;
using Portal.Web.Persistence;

namespace Portal.Web.Processes;

/// <summary>How many internal matters (Đ5.3) an area had: for those alone who read what is Restricted of it.</summary>
public interface IInternalMatters
{
    /// <param name="readable">Cases that the person who asks reads: what was kept from them is in no number.</param>
    /// <param name="from">UTC.</param>
    /// <param name="to">UTC, behind the last moment.</param>
    Task<int> CountAsync(
        PortalDbContext db, IQueryable<Case> readable, string areaId, DateTime from, DateTime to, CancellationToken cancellation);
}
