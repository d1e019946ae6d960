namespace Portal.Workflows.Runtime.Openings;

/// <summary>Whose a new case is.</summary>
/// <param name="GroupId">Empty for a case of no group: only those named see it.</param>
public sealed record CasePlace(string GroupId, IReadOnlyList<string> AreaIds);
