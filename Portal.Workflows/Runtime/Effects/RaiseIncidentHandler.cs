using Portal.Domain.Common;
using Portal.Workflows.Engine;

namespace Portal.Workflows.Runtime.Effects;

/// <summary>Reports a fault of a branch to the administrators.</summary>
internal sealed class RaiseIncidentHandler(IncidentReports incidents) : EffectHandler<RaiseIncident>
{
    protected override Task<Result<Turn>> HandleAsync(RaiseIncident effect, Turn turn, CancellationToken cancellation)
    {
        incidents.Report(turn, effect.Incident);
        return Task.FromResult<Result<Turn>>(turn);
    }
}
