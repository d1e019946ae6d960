namespace Portal.Domain.Audit;

/// <param name="Entries">How many are in order, from the first on.</param>
/// <param name="FirstBroken">Position at which the chain does not hold; null when all of it does.</param>
/// <param name="LastHash">Hash of the last one in order; empty for none.</param>
public sealed record ChainReport(long Entries, long? FirstBroken, string LastHash);
