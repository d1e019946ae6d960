using Portal.Domain.Common;
using Portal.Workflows.Engine;

namespace Portal.Workflows.Runtime.Effects;

/// <summary>Takes a timer away.</summary>
internal sealed class CloseTimerHandler(IWorkStore store) : EffectHandler<CloseTimer>
{
    protected override async Task<Result<Turn>> HandleAsync(CloseTimer effect, Turn turn, CancellationToken cancellation)
    {
        if (await store.FindTimerAsync(turn.Case.Id, effect.WaitId, cancellation) is { } stored)
        {
            store.Remove(stored);
        }

        return turn;
    }
}
