using Portal.Domain.Administration.Workbook;
using Portal.Web.Persistence;

namespace Portal.Web.Processes;

/// <summary>A sheet that a module adds to the workbook of the organisation. Found by assembly: nothing lists them.</summary>
public interface IWorkbookPart
{
    IWorkbookSheet Sheet { get; }

    /// <summary>The rows that there are, as the context holds them.</summary>
    Task<IReadOnlyList<object>> RowsAsync(PortalDbContext db, CancellationToken cancellation);
}
