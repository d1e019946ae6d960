using System.Collections.Concurrent;
using Portal.Domain.Cases;
using Portal.Domain.Forms;
using Portal.Workflows.Definitions;
using Portal.Workflows.Engine;

namespace Portal.Workflows.Runtime;

/// <summary>The processes that have rules of their own, and every form by its key.</summary>
public sealed class ProcessCatalogue(IEnumerable<IProcess> processes)
{
    private readonly Dictionary<string, IProcess> _byKey = processes.ToDictionary(p => p.Key);

    public IEnumerable<IProcess> All => _byKey.Values;

    public IProcess? Find(string key) => _byKey.GetValueOrDefault(key);

    public FormSchema? Form(string? key) => key is null ? null : key == CaseForms.StepNote.Key ? CaseForms.StepNote : _byKey.Values.SelectMany(p => p.Forms).FirstOrDefault(f => f.Key == key);

    /// <summary>Keys of all forms that a definition may name.</summary>
    public IReadOnlySet<string> FormKeys => _byKey.Values.SelectMany(p => p.Forms).Select(f => f.Key).Append(CaseForms.StepNote.Key).ToHashSet();
}

/// <summary>Compiled definitions by version id. Versions do not change, so an entry never goes stale; drafts are not kept here.</summary>
public sealed class CompiledDefinitions
{
    private readonly ConcurrentDictionary<string, CompiledDefinition> _compiled = new();

    public CompiledDefinition? Find(string versionId) => _compiled.GetValueOrDefault(versionId);

    public CompiledDefinition Of(DefinitionVersion version) =>
        _compiled.GetOrAdd(version.Id, static (_, v) => new CompiledDefinition(WorkflowDefinition.Read(v.Json)), version);
}
