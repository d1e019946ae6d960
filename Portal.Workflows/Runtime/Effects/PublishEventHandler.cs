using Portal.Domain.Common;
using Portal.Workflows.Engine;

namespace Portal.Workflows.Runtime.Effects;

/// <summary>Lets the case itself and those that it dispatched hear of an event.</summary>
internal sealed class PublishEventHandler(IWorkStore store, CaseRuntime cases) : EffectHandler<PublishEvent>
{
    protected override async Task<Result<Turn>> HandleAsync(PublishEvent effect, Turn turn, CancellationToken cancellation)
    {
        var heard = cases.GoOn(turn, new EventStimulus(effect.Name, effect.Payload));
        foreach (var child in effect.IsLocal || !heard.IsSuccess ? [] : await store.FindChildrenAsync(turn.Case.Id, cancellation))
        {
            if (await cases.PassOnAsync(child, new EventStimulus(effect.Name, effect.Payload), turn.Context, cancellation)
                is { IsSuccess: false, Refusal: { } refusal })
            {
                return refusal;
            }
        }

        return heard;
    }
}
