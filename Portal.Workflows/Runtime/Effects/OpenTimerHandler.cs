using Portal.Domain.Common;
using Portal.Workflows.Engine;

namespace Portal.Workflows.Runtime.Effects;

/// <summary>Sets a timer; it lies in the database and survives restarts.</summary>
internal sealed class OpenTimerHandler(IWorkStore store) : EffectHandler<OpenTimer>
{
    protected override Task<Result<Turn>> HandleAsync(OpenTimer effect, Turn turn, CancellationToken cancellation)
    {
        store.Add(new WorkflowTimer { CaseId = turn.Case.Id, WaitId = effect.WaitId, At = effect.At });
        return Task.FromResult<Result<Turn>>(turn);
    }
}
