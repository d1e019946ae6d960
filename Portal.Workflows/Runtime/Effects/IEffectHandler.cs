using Portal.Domain.Common;
using Portal.Workflows.Engine;

namespace Portal.Workflows.Runtime.Effects;

/// <summary>Does what one kind of effect asks for.</summary>
internal interface IEffectHandler
{
    Type Handles { get; }

    /// <returns>The turn after it; a refusal stops the whole act, and nothing of it is written.</returns>
    Task<Result<Turn>> HandleAsync(Effect effect, Turn turn, CancellationToken cancellation);
}
