using Portal.Domain.Audit;
using Portal.Domain.Cases;
using Portal.Web.Persistence;
using Portal.Workflows.Runtime;

namespace Portal.Web.Operations;

/// <summary>One unit of work: its context, the store over it and the use cases.</summary>
public sealed record Operation(PortalDbContext Db, WorkStore Store, CaseRuntime Cases, CaseContext Context)
{
    /// <summary>Records an act that is no step of a case.</summary>
    public void Audit(string act, string subject, string details = "", string reason = "", Guid? caseId = null,
        string? actingFor = null) =>
        Store.Audit(new AuditEntry
        {
            At = Context.Now,
            PersonId = Context.Actor.PersonId,
            ActingForId = actingFor,
            Act = act,
            Subject = subject,
            Details = details,
            Reason = reason,
            CaseId = caseId,
            Address = Context.Actor.Address,
        });
}
