using Portal.Domain.Audit;
using Portal.Domain.Cases;

namespace Portal.Workflows.Runtime;

/// <summary>Entries of the trail about cases.</summary>
internal static class Entries
{
    public static AuditEntry Of(CaseContext context, string act, Guid caseId, string subject, string details = "", string reason = "") =>
        new()
        {
            At = context.Now,
            PersonId = context.Actor.PersonId,
            ActingForId = context.ActingForId,
            Act = act,
            CaseId = caseId,
            Subject = subject,
            Details = details,
            Reason = reason,
            Address = context.Actor.Address,
        };
}
