using Microsoft.EntityFrameworkCore;
using Portal.Domain.Cases;
using Portal.Workflows.Runtime;
using Portal.Workflows.UserTasks;

namespace Portal.Web.Operations;

/// <summary>A process that somebody may start, and what its first step asks.</summary>
public sealed record StartableProcess(IProcess Process, string Name, string StepId, UserTaskSpec First);

/// <summary>The processes a person may start today, with name and first step.</summary>
public sealed class StartableProcesses(PortalOperations operations, ProcessCatalogue processes, CompiledDefinitions definitions)
{
    public async Task<IReadOnlyList<StartableProcess>> ForAsync(CaseContext context, CancellationToken cancellation = default)
    {
        var allowed = processes.All.Where(p => p.WhyNotStartable(context) is null).Select(p => p.Key).ToList();
        return await operations.ReadAsync(async db =>
        {
            var published = await db.DefinitionVersions.Where(v => v.IsPublished && (allowed.Contains(v.DefinitionId) || v.DefinitionId.StartsWith(OwnProcess.Prefix)))
                .OrderBy(v => v.DefinitionId).Select(v => new { v.Id, v.DefinitionId, v.Name }).ToListAsync(cancellation);
            var found = new List<StartableProcess>();
            foreach (var version in published)
            {
                // The document is read once; after that it is known by its id.
                var definition = definitions.Find(version.Id) ?? definitions.Of(await db.DefinitionVersions.FirstAsync(v => v.Id == version.Id, cancellation));
                if (definition.FirstStep is { } first && (!OwnProcess.IsOwn(version.DefinitionId) || OwnProcess.MayStart(first.FixedSpec!, context)))
                {
                    found.Add(new StartableProcess(processes.Find(version.DefinitionId)!, version.Name, first.Id, first.FixedSpec!));
                }
            }

            return found;
        }, cancellation);
    }
}
