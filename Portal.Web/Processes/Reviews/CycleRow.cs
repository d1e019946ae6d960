using Portal.Domain.Reviews;

namespace Portal.Web.Processes.Reviews;

/// <summary>An annual cycle, as everybody may know of it.</summary>
/// <param name="Number">Number of its case; null for who may not open it.</param>
public sealed record CycleRow(Guid Id, int Year, string Title, ReviewCycleStatus Status, string? Number);
