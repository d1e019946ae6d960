using Portal.Domain.Cases;
using Portal.Domain.Forms;

namespace Portal.Workflows.Runtime;

/// <summary>The processes that have rules of their own, and every form by its key.</summary>
public sealed class ProcessCatalogue(IEnumerable<IProcess> processes)
{
    private readonly Dictionary<string, IProcess> _byKey = processes.ToDictionary(p => p.Key);

    public IEnumerable<IProcess> All => _byKey.Values;

    /// <summary>A process by its key; one that administrators made has no rules but its definition.</summary>
    public IProcess? Find(string key) => _byKey.GetValueOrDefault(key) ?? (OwnProcess.IsOwn(key) ? new OwnProcess(key) : null);

    /// <summary>All forms that a definition may name, by key.</summary>
    public IReadOnlyDictionary<string, FormSchema> Forms { get; } = processes
        .SelectMany(p => p.Forms)
        .Concat(CaseForms.General)
        .DistinctBy(f => f.Key)
        .ToDictionary(f => f.Key);

    /// <summary>Keys of the forms that a person fills in at the steps of a process: those of its shipped definition, and the general
    /// ones.</summary>
    public static IReadOnlyList<string> FormsOf(string processKey) =>
        [CaseForms.StepNote.Key,
            .. OwnProcess.IsOwn(processKey) ? [CaseForms.OwnStart.Key] : ShippedProcesses.Answers(processKey).Select(g => g.Key)];

    public FormSchema? Form(string? key) => key is null ? null : Forms.GetValueOrDefault(key);
}
