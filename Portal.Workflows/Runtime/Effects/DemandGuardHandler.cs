using Portal.Domain.Common;
using Portal.Workflows.Engine;

namespace Portal.Workflows.Runtime.Effects;

/// <summary>Asks the aggregate whether a rule holds.</summary>
internal sealed class DemandGuardHandler : EffectHandler<DemandGuard>
{
    protected override Task<Result<Turn>> HandleAsync(DemandGuard effect, Turn turn, CancellationToken cancellation) =>
        Task.FromResult<Result<Turn>>(turn.Process.Check(effect.Rule, turn.At(effect.Item)) is { } refusal ? refusal : turn);
}
