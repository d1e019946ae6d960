using Microsoft.EntityFrameworkCore;
using Portal.Domain.Cases;
using Portal.Workflows.Runtime;
using Portal.Workflows.UserTasks;

namespace Portal.Web.Operations;

/// <summary>The processes a person may start today, with name and first step.</summary>
public sealed class StartableProcesses(PortalOperations operations, ProcessCatalogue processes, CompiledDefinitions definitions)
{
    public async Task<IReadOnlyList<(IProcess Process, string Name, UserTaskSpec First)>> ForAsync(CaseContext context, CancellationToken cancellation = default)
    {
        var allowed = processes.All.Where(p => p.WhyNotStartable(context) is null).ToDictionary(p => p.Key);
        var keys = allowed.Keys.ToList();
        var published = await operations.ReadAsync(db => db.DefinitionVersions.Where(v => v.IsPublished && keys.Contains(v.DefinitionId)).ToListAsync(cancellation), cancellation);
        return [.. published.OrderBy(v => v.DefinitionId, StringComparer.Ordinal)
            .Select(v => (Version: v, First: definitions.Of(v).FirstStep))
            .Where(v => v.First is not null)
            .Select(v => (allowed[v.Version.DefinitionId], v.Version.Name, v.First!))];
    }
}
