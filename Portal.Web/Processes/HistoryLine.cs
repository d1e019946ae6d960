namespace Portal.Web.Processes;

/// <summary>One line of a case's history.</summary>
/// <param name="At">UTC.</param>
/// <param name="Detail">What was said about it; empty for nothing.</param>
public sealed record HistoryLine(DateTime At, string Text, string Detail = "");
