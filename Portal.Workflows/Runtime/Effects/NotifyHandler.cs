using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Workflows.Engine;

namespace Portal.Workflows.Runtime.Effects;

/// <summary>Tells people of the case.</summary>
internal sealed class NotifyHandler(Notices notices) : EffectHandler<Notify>
{
    protected override Task<Result<Turn>> HandleAsync(Notify effect, Turn turn, CancellationToken cancellation)
    {
        var kind = Enum.TryParse<NotificationKind>(effect.Kind, out var named) ? named : NotificationKind.Changed;
        notices.Tell(turn.Case, null, kind, Assignees.Of(effect.Who, turn.At(effect.Item)), turn.Context);
        return Task.FromResult<Result<Turn>>(turn);
    }
}
