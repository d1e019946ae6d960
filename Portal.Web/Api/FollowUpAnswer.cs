using Portal.Domain.FollowUps;
using Portal.Web.Operations.FollowUps;

namespace Portal.Web.Api;

/// <param name="SourceCaseId">The case that it came of; null where somebody noted it by itself.</param>
/// <param name="EndedById">Who settled or cancelled it.</param>
/// <param name="Acts">What I may do with it now.</param>
public sealed record FollowUpAnswer(
    FollowedRow Record, int Version, Guid? SourceCaseId, DateTime CreatedAt, string? EndedById, string? EndedForId, DateTime? EndedAt,
    IReadOnlyList<FollowUpAct> Acts)
{
    internal static FollowUpAnswer Of(FollowedView view)
    {
        var r = view.Record;
        return new FollowUpAnswer(view.Row, r.Version, r.SourceCaseId, r.CreatedAt, r.EndedById, r.EndedForId, r.EndedAt, view.Acts);
    }
}
