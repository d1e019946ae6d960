namespace Portal.Web.Api;

public sealed record TaskAnswer(
    Guid Id, Guid CaseId, string CaseNumber, string CaseTitle, string Process, string Step, string Title, DateTime CreatedAt,
    DateTime? DueAt, int Version,
    string? FormKey, IReadOnlyList<ActionAnswer>? Actions, IReadOnlyList<ExtraFieldAnswer>? Extra = null);
