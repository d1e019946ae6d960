namespace Portal.Web.Operations.Administration;

/// <summary>What was, is and will be: newest first.</summary>
/// <param name="Key">Text key of what it is: <c>Registry.AssignedTo</c>.</param>
public sealed record HistoryLine(string Key, string Text, DateOnly? From, DateOnly? To, string Decision = "");
