using Portal.Domain.Reviews;

namespace Portal.Web.Processes.Reviews;

/// <summary>One area of the board. What the person may not read is null.</summary>
/// <param name="Suggestions">Those that are alive, as far as the person may read them.</param>
/// <param name="Step">Title of the step that it waits at; null when it waits for others or is done.</param>
public sealed record ReviewRow(
    string AreaId, string KindId, string GroupId, string ComparableGroup, string Number, ReviewProposalStatus Status, bool HasContent,
    bool IsStarted,
    QualityRating? Proposed, QualityRating? Decided, QualityRating? Advised, QualityRating? Final, int? Suggestions, string? StepId,
    string? Step, DateTime? DueAt);
