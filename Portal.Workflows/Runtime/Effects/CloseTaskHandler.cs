using Portal.Domain.Common;
using Portal.Workflows.Engine;

namespace Portal.Workflows.Runtime.Effects;

/// <summary>Closes a step: as done where this act answers it, else as no longer needed.</summary>
internal sealed class CloseTaskHandler : EffectHandler<CloseTask>
{
    protected override Task<Result<Turn>> HandleAsync(CloseTask effect, Turn turn, CancellationToken cancellation)
    {
        var context = turn.Context;
        var closed = turn.File.Tasks.Find(t => t.WaitId == effect.WaitId && t.State == UserTaskState.Open);
        if (closed is not null && turn.Answered is { } answered && closed.Id == answered.Task.Id)
        {
            closed.Complete(answered.Outcome, context.Actor.PersonId, context.ActingForId, context.Now);
        }
        else
        {
            closed?.Cancel(context.Now);
        }

        return Task.FromResult<Result<Turn>>(turn with { ToOpen = turn.ToOpen.RemoveAll(o => o.WaitId == effect.WaitId) });
    }
}
