namespace Portal.Web.Operations;

public sealed record Page<T>(IReadOnlyList<T> Rows, int Total);
