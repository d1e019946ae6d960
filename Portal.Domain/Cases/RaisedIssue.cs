namespace Portal.Domain.Cases;

/// <summary>An internal matter (Đ5.3) that a trip or a meeting raised.</summary>
/// <param name="Index">Its number on the case.</param>
/// <param name="AuthorId">Who reported it there.</param>
/// <param name="ObservedOn">The day of the trip or the meeting.</param>
public sealed record RaisedIssue(int Index, AreaIssueInput Issue, string AuthorId, DateOnly ObservedOn);
