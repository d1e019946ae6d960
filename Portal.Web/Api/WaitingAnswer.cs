namespace Portal.Web.Api;

public sealed record WaitingAnswer(
    Guid TaskId, string Step, string Title, IReadOnlyList<string> PersonIds, DateTime? DueAt, string? DueClause);
