namespace Portal.Domain.Reviews;

/// <summary>The head lets a comparable group exceed the ceiling, or have the exceptional percentage; printed in the dossier.</summary>
public sealed record QuotaOverride(string Group, QuotaOverrideKind Kind, string Reason, string PersonId, DateTime At);
