using System.Collections.Concurrent;
using Portal.Workflows.Definitions;
using Portal.Workflows.Engine;

namespace Portal.Workflows.Runtime;

/// <summary>Compiled definitions by version id. Versions do not change, so an entry never goes stale; drafts are not kept here.</summary>
public sealed class CompiledDefinitions
{
    private readonly ConcurrentDictionary<string, CompiledDefinition> _compiled = new();

    /// <summary>The one look-up by version: the document is read once, after that it is known by its id.</summary>
    /// <param name="read">Reads the version from wherever it is stored.</param>
    /// <exception cref="InvalidOperationException">There is no such version.</exception>
    public async Task<CompiledDefinition> OfAsync(
        string versionId, Func<string, CancellationToken, Task<DefinitionVersion?>> read, CancellationToken cancellation) =>
        _compiled.GetValueOrDefault(versionId)
        ?? Of(await read(versionId, cancellation) ?? throw new InvalidOperationException($"Definition version {versionId} is gone."));

    public CompiledDefinition Of(DefinitionVersion version) =>
        _compiled.GetOrAdd(version.Id, static (_, v) => new CompiledDefinition(WorkflowDefinition.Read(v.Json)), version);
}
