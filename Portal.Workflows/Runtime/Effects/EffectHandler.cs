using Portal.Domain.Common;
using Portal.Workflows.Engine;

namespace Portal.Workflows.Runtime.Effects;

internal abstract class EffectHandler<TEffect> : IEffectHandler
    where TEffect : Effect
{
    public Type Handles => typeof(TEffect);

    public Task<Result<Turn>> HandleAsync(Effect effect, Turn turn, CancellationToken cancellation) =>
        HandleAsync((TEffect)effect, turn, cancellation);

    protected abstract Task<Result<Turn>> HandleAsync(TEffect effect, Turn turn, CancellationToken cancellation);
}
