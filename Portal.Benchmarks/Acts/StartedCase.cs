namespace Portal.Benchmarks.Acts;

/// <summary>A case as the API names it.</summary>
internal sealed record StartedCase(string Id, string Number);
