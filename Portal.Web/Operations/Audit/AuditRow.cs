namespace Portal.Web.Operations.Audit;

public sealed record AuditRow(
    long Sequence, DateTime At, string PersonId, string? ActingForId, string Act, string? CaseNumber, string? ProcessKey, string Subject,
    string Details, string Reason);
