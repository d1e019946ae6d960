using Portal.Workflows.Runtime;

namespace Portal.Web.Operations.Authoring;

/// <summary>Running cases that could be moved to a version, and what moving each would do.</summary>
/// <param name="Total">How many there are on all pages.</param>
/// <param name="Targets">Steps of the version that an open step may become, by path.</param>
public sealed record MigrationView(
    string DefinitionId, string Name, int Version, IReadOnlyDictionary<string, int> Versions, IReadOnlyList<CasePreview> Cases, int Total,
    IReadOnlyList<(string Id, string Title)> Targets);
