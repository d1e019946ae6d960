using Portal.Domain.Common;

namespace Portal.Workflows.Runtime.Effects;

/// <summary>Finds the handler of an effect.</summary>
internal sealed class EffectHandlers(params IReadOnlyList<IEffectHandler> handlers)
{
    private readonly Dictionary<Type, IEffectHandler> _byEffect = handlers.ToDictionary(h => h.Handles);

    /// <summary>Does all that is pending, and what comes of that.</summary>
    /// <exception cref="NotSupportedException">Nobody handles an effect.</exception>
    public async Task<Result<Turn>> HandleAllAsync(Turn turn, CancellationToken cancellation)
    {
        while (!turn.Pending.IsEmpty)
        {
            var left = turn.Pending.Dequeue(out var effect);
            var handler = _byEffect.GetValueOrDefault(effect.GetType())
                ?? throw new NotSupportedException($"Nobody handles {effect.GetType().Name}.");
            var next = await handler.HandleAsync(effect, turn with { Pending = left }, cancellation);
            if (!next.IsSuccess)
            {
                return next.Refusal;
            }

            turn = next.Value;
        }

        return turn;
    }
}
