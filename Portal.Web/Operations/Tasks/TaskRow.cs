using Portal.Domain.Common;

namespace Portal.Web.Operations.Tasks;

public sealed record TaskRow(
    Guid Id, Guid CaseId, string CaseNumber, LocalText CaseTitle, string ProcessKey, string StepId, string Title, string GroupId,
    string AreaNames,
    DateTime CreatedAt, DateTime? DueAt, string? DueClause, int Round, int Version, bool IsRestricted);
