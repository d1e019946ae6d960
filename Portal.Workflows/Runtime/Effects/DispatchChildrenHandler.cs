using Portal.Domain.Common;
using Portal.Workflows.Engine;

namespace Portal.Workflows.Runtime.Effects;

/// <summary>Opens cases of another process, one for each item.</summary>
internal sealed class DispatchChildrenHandler(CaseRuntime cases) : EffectHandler<DispatchChildren>
{
    protected override async Task<Result<Turn>> HandleAsync(DispatchChildren effect, Turn turn, CancellationToken cancellation)
    {
        var dispatched = await cases.DispatchAsync(turn, effect, cancellation);
        if (!dispatched.IsSuccess)
        {
            return dispatched.Refusal;
        }

        Result<Turn> next = turn;
        foreach (var ended in dispatched.Value)
        {
            next = next.IsSuccess ? cases.GoOn(next.Value, ended) : next;
        }

        return next;
    }
}
