using Portal.Domain.Common;
using Portal.Workflows.Engine;

namespace Portal.Workflows.Runtime.Effects;

/// <summary>Keeps a step to be opened when the act is over.</summary>
internal sealed class OpenTaskHandler : EffectHandler<OpenTask>
{
    protected override Task<Result<Turn>> HandleAsync(OpenTask effect, Turn turn, CancellationToken cancellation) =>
        Task.FromResult<Result<Turn>>(turn with { ToOpen = turn.ToOpen.Add(effect) });
}
