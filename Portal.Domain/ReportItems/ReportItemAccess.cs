using System.Linq.Expressions;
using Portal.Domain.Cases;

namespace Portal.Domain.ReportItems;

/// <summary>
/// Who reads an item: those who watch its area, whoever it came from; the department that it was released to; its author. A Restricted one
/// is for its author, the group's lead, the leader in charge and the head. One expression, for lists and for an item in hand.
/// </summary>
public static class ReportItemAccess
{
    /// <summary>What a delegation is asked for: one for all processes covers items too.</summary>
    public const string Errand = "report-item";

    private static readonly Expression<Func<AccessScope, ReportItem, bool>> Rule = (s, i) =>
        s.IsHead
        || (s.AreaIds.Contains(i.AreaId) && (s.IsLeader || i.Sensitivity == Sensitivity.Normal))
        || (s.GroupIds.Contains(i.GroupId) && (i.Sensitivity == Sensitivity.Normal || s.RestrictedGroupIds.Contains(i.GroupId)))
        || i.AuthorId == s.PersonId
        || (i.ReleasedTo != null && i.ReleasedTo == s.DepartmentId && i.Sensitivity == Sensitivity.Normal);

    /// <summary>Not settled, and not merged into another.</summary>
    public static Expression<Func<ReportItem, bool>> Open { get; } = i =>
        i.State != ReportItemState.Resolved && i.State != ReportItemState.Rejected && i.MergedIntoId == null;

    /// <summary>Items that the person reads, by own right or by one that is lent.</summary>
    public static Expression<Func<ReportItem, bool>> Readable(AccessScope scope)
    {
        var filter = ScopeBinder.Bind(Rule, scope);
        foreach (var (lent, _, restricted) in scope.Lent.Where(l => l.Processes.Length == 0 || l.Processes.Contains(Errand)))
        {
            var also = ScopeBinder.Bind(Rule, lent);
            filter = AccessRules.Or(filter, restricted ? also : AccessRules.And(also, i => i.Sensitivity == Sensitivity.Normal));
        }

        return filter;
    }

    /// <summary><see cref="Readable"/> for one item in hand.</summary>
    public static bool CanRead(AccessScope scope, ReportItem item) => Readable(scope).Compile()(item);
}
