using Portal.Domain.Cases;

namespace Portal.Web.Api;

public sealed record CaseAnswer(
    Guid Id, string Number, string Title, string Process, string GroupId, IReadOnlyList<string> AreaIds, CaseState State, string Status,
    IReadOnlyList<string> Flags,
    DateTime CreatedAt, DateTime UpdatedAt, IReadOnlyList<TaskAnswer> Open, IReadOnlyList<SubmissionAnswer> Submissions,
    IReadOnlyList<DecisionAnswer> Decisions);
