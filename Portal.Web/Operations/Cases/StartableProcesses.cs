using Microsoft.EntityFrameworkCore;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Workflows.Runtime;
using Portal.Workflows.Runtime.Openings;

namespace Portal.Web.Operations.Cases;

/// <summary>The processes a person may start today, with name and first step.</summary>
public sealed class StartableProcesses(PortalOperations operations, ProcessCatalogue processes, CompiledDefinitions definitions)
{
    public async Task<IReadOnlyList<StartableProcess>> ForAsync(CaseContext context, CancellationToken cancellation = default)
    {
        return await operations.ReadAsync(async db =>
        {
            var published = await db.DefinitionVersions.Where(v => v.IsPublished)
                .OrderBy(v => v.DefinitionId)
                .Select(v => new { v.Id, v.DefinitionId, v.Name })
                .ToListAsync(cancellation);
            var found = new List<StartableProcess>();
            foreach (var version in published)
            {
                if (processes.Find(version.DefinitionId) is not { } process || process.WhyNotStartable(context) is not null)
                {
                    continue;
                }

                var first = (await definitions.OfAsync(version.Id, db.FindVersionAsync, cancellation)).FirstStep;
                if (first is not null && process.Opening<OpenedByHand>()!.MayBegin?.Invoke(first.FixedSpec!, context) != false)
                {
                    found.Add(new StartableProcess(process, version.Name, first.Id, first.FixedSpec!));
                }
            }

            // In the order of the work, as the portal brings them; those that the office made come after, by name.
            var order = processes.All.Select((p, i) => (p.Key, i)).ToDictionary(p => p.Key, p => p.i);
            return (IReadOnlyList<StartableProcess>)
            [
                .. found.OrderBy(p => order.GetValueOrDefault(p.Process.Key, int.MaxValue)).ThenBy(p => p.Name, VietnameseText.Comparer),
            ];
        }, cancellation);
    }
}
