using Microsoft.EntityFrameworkCore;
using Portal.Domain.Common;
using Portal.Domain.Organisation;
using Portal.Web.Operations.Forms;
using Portal.Workflows.Engine;
using Portal.Workflows.Runtime;

namespace Portal.Web.Operations.Incidents;

/// <summary>Faults of definitions, for administrators: number and step, never what a case says.</summary>
public sealed class IncidentQueries(PortalOperations operations, CompiledDefinitions definitions)
{
    private const int MaxRows = 200;

    /// <returns>Open incidents, oldest first; none for who is no administrator.</returns>
    public async Task<IReadOnlyList<IncidentRow>> OpenAsync(Actor actor)
    {
        var context = await operations.ContextAsync(actor);
        return context.Directory.HasRole(actor.PersonId, Role.SystemAdministrator, context.Today)
            ? await operations.ReadAsync(LoadAsync)
            : [];
    }

    private async Task<IReadOnlyList<IncidentRow>> LoadAsync(Persistence.PortalDbContext db)
    {
        var open = await db.Incidents.Where(i => i.ResolvedAt == null).OrderBy(i => i.At).Take(MaxRows)
            .Join(db.Instances, i => i.CaseId, n => n.CaseId, (i, n) => new { Incident = i, n.DefinitionVersionId }).ToListAsync();
        var versions = new Dictionary<string, CompiledDefinition>();
        foreach (var id in open.Select(o => o.DefinitionVersionId).Distinct())
        {
            versions[id] = await definitions.OfAsync(id, db.FindVersionAsync, CancellationToken.None);
        }

        return [.. open.Select(o => new IncidentRow(
            o.Incident,
            [.. ChartOf(
                versions[o.DefinitionVersionId],
                o.Incident.StepId)?.Activities.Values.Select(a => new Option(a.Id, a.Node.DisplayName)) ?? []]))];
    }

    private static FlowGraph? ChartOf(CompiledDefinition definition, string stepId) =>
        definition.All.Select(a => a.Chart).FirstOrDefault(c => c?.Activities.ContainsKey(stepId) == true) ?? definition.Root.Chart;

    public Task<Result> RepairAsync(Actor actor, Incident incident, string? stepId, string reason) =>
        operations.RunAsync(actor, o => o.Cases.RepairAsync(incident.CaseId, incident.Number, stepId, reason, o.Context));

    public Task<Result> GiveUpAsync(Actor actor, Incident incident, string reason) =>
        operations.RunAsync(actor, o => o.Cases.GiveUpAsync(incident.CaseId, incident.Number, reason, o.Context));
}
