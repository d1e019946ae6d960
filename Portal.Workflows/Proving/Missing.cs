namespace Portal.Workflows.Proving;

/// <summary>What has to be done before a matter may end.</summary>
/// <param name="Key">Its text is looked up as <c>missing.{Key}</c>.</param>
/// <param name="Clause">The clause that demands it.</param>
public sealed record Missing(string Key, string Clause);
