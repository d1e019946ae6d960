using Portal.Domain.Cases;
using Portal.Web.Operations.Compliance;
using Portal.Web.Persistence;

namespace Portal.Web.Processes;

/// <summary>What a module brings to the list of RP-04 (Đ13.3). It lists what happened; it judges nobody and opens nothing.</summary>
public interface IComplianceSource
{
    /// <summary>The steps whose lateness is listed, as process and step.</summary>
    IReadOnlyList<(string ProcessKey, string StepId)> Steps { get; }

    /// <summary>What else is listed: a departure without an answer, an oral report that the leader disputes.</summary>
    /// <param name="cases">Those that the person may know of.</param>
    /// <param name="from">UTC.</param>
    /// <param name="to">UTC, behind the last moment.</param>
    Task<IReadOnlyList<ComplianceFinding>> FlagsAsync(
        PortalDbContext db, IQueryable<Case> cases, DateTime from, DateTime to, CancellationToken cancellation);
}
