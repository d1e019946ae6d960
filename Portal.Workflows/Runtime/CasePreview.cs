using Portal.Workflows.Engine;

namespace Portal.Workflows.Runtime;

/// <param name="Problems">Why the case cannot be moved; empty when it can.</param>
public sealed record CasePreview(
    Guid CaseId, string Number, string VersionId, IReadOnlyList<MigratedStep> Steps, IReadOnlyList<MigrationProblem> Problems);
