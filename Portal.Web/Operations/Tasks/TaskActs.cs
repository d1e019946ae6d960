using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Organisation;

namespace Portal.Web.Operations.Tasks;

/// <summary>
/// How people arrange the steps that they share: take, give back, hand over, look at later. The rules stand in the runtime.
/// </summary>
public sealed class TaskActs(PortalOperations operations)
{
    public Task<Result> TakeAsync(Actor actor, Guid taskId, CancellationToken cancellation = default) =>
        operations.RunAsync(actor, o => o.Cases.TakeAsync(taskId, o.Context, cancellation), cancellation: cancellation);

    public Task<Result> ReleaseAsync(Actor actor, Guid taskId, CancellationToken cancellation = default) =>
        operations.RunAsync(actor, o => o.Cases.ReleaseAsync(taskId, o.Context, cancellation), cancellation: cancellation);

    /// <param name="personId">One of <see cref="TaskView.MayHandTo"/>.</param>
    public Task<Result> HandOverAsync(
        Actor actor, Guid taskId, string personId, Remark reason, CancellationToken cancellation = default) =>
        operations.RunAsync(
            actor, o => o.Cases.HandOverAsync(taskId, personId, reason, o.Context, cancellation), cancellation: cancellation);

    /// <param name="until">Day (Viet Nam), its due day at the latest; null brings it back now.</param>
    public Task<Result> SetAsideAsync(Actor actor, Guid taskId, DateOnly? until, CancellationToken cancellation = default) =>
        operations.RunAsync(actor, o => o.Cases.SetAsideAsync(taskId, until, o.Context, cancellation), cancellation: cancellation);
}
