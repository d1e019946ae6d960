using Portal.Domain.Common;
using Portal.Workflows.Engine;

namespace Portal.Workflows.Runtime.Effects;

/// <summary>A line for the console, where Elsa has one. A case has none, and what is written there may be confidential: it goes
/// nowhere.</summary>
internal sealed class WriteLineHandler : EffectHandler<WriteLine>
{
    protected override Task<Result<Turn>> HandleAsync(WriteLine effect, Turn turn, CancellationToken cancellation) =>
        Task.FromResult<Result<Turn>>(turn);
}
