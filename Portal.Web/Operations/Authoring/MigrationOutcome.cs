using Portal.Domain.Common;

namespace Portal.Web.Operations.Authoring;

/// <param name="Refusal">Why it was not moved; null when it was.</param>
public sealed record MigrationOutcome(Guid CaseId, Refusal? Refusal);
