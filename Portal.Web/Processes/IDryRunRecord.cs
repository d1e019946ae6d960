using Portal.Web.Persistence;

namespace Portal.Web.Processes;

/// <summary>A kind of record beside cases that a dry run may see copies of.</summary>
public interface IDryRunRecord
{
    Type Kind { get; }

    /// <summary>Sets a copy back to what it was before a case, which is replayed, changed it.</summary>
    void SetBack(PortalDbContext db, object record, Guid caseId);
}
