using System.Text.Json.Nodes;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.FollowUps;
using Portal.Domain.Forms;
using Portal.Web.Persistence;

namespace Portal.Web.Operations.FollowUps;

/// <summary>One register: its form, its table, its rows.</summary>
public interface IFollowedSource
{
    FollowedKind Kind { get; }

    /// <summary>The form by which a record is noted.</summary>
    FormSchema Form { get; }

    /// <summary>What the register tells apart, as it may be filtered by; empty for nothing.</summary>
    IReadOnlyList<string> Types { get; }

    Result<FollowedRecord> Enter(JsonObject form, CaseContext context);

    Task<Page<FollowedRow>> ListAsync(PortalDbContext db, FollowedFilter filter, CaseContext context, CancellationToken cancellation);

    /// <summary>Rows for a file, without what is Restricted.</summary>
    Task<List<FollowedRow>> ExportAsync(
        PortalDbContext db, FollowedFilter filter, int most, CaseContext context, CancellationToken cancellation);

    Task<int> CountAsync(PortalDbContext db, FollowedFilter filter, CaseContext context, CancellationToken cancellation);

    /// <summary>A record that the person reads, tracked where the context is; null for any other.</summary>
    Task<FollowedRecord?> FindAsync(PortalDbContext db, Guid id, AccessScope scope, CancellationToken cancellation);

    /// <summary>Its words, also where it is Restricted.</summary>
    FollowedRow RowOf(FollowedRecord record);
}
