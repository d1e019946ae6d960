namespace Portal.Web.Operations.Administration;

/// <summary>A row of a list. <paramref name="Warning"/> is a text key for what is amiss, or null.</summary>
public sealed record RegisterRow(string Id, string Name, IReadOnlyList<string> Cells, DateOnly? From, DateOnly? To, string? Warning = null);
