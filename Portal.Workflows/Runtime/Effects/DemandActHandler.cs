using Portal.Domain.Common;
using Portal.Workflows.Engine;

namespace Portal.Workflows.Runtime.Effects;

/// <summary>Runs a verb of the process.</summary>
internal sealed class DemandActHandler(IWorkStore store) : EffectHandler<DemandAct>
{
    protected override Task<Result<Turn>> HandleAsync(DemandAct effect, Turn turn, CancellationToken cancellation)
    {
        var done = turn.Process.Act(effect.Act, turn.At(effect.Item), store);
        return Task.FromResult<Result<Turn>>(done.IsSuccess ? turn with { } : done.Refusal);
    }
}
