using Portal.Domain.Cases;

namespace Portal.Web.Operations.Administration;

/// <summary>An open case of an area that moves: number and state, no content.</summary>
/// <param name="Areas">Names of those of its areas that move.</param>
/// <param name="DueAt">The first deadline of its open steps, UTC; null where there is none.</param>
public sealed record MovedCase(string Number, string ProcessKey, string Status, CaseState State, string Areas, DateTime? DueAt);
