using System.Linq.Expressions;
using Portal.Domain.Cases;

namespace Portal.Domain.FollowUps;

/// <summary>
/// Who reads what was noted: those who watch its area, its group, whoever is in charge of them, the head, its author. A Restricted record
/// is for its author, the group's lead, the leader in charge and the head. One expression, for lists and for a record in hand.
/// </summary>
public static class FollowUpAccess
{
    /// <summary>What a delegation is asked for: one for all processes covers these records too.</summary>
    public const string Errand = "follow-up";

    /// <summary>Records of a kind that the person reads, by own right or by one that is lent.</summary>
    /// <param name="also">Who else reads records of this kind; null for nobody.</param>
    public static Expression<Func<T, bool>> Readable<T>(AccessScope scope, Expression<Func<AccessScope, T, bool>>? also = null)
        where T : FollowedRecord
    {
        var filter = Bound(scope, also);
        foreach (var (lent, _, restricted) in scope.Lent.Where(l => l.Processes.Length == 0 || l.Processes.Contains(Errand)))
        {
            var more = Bound(lent, also);
            filter = AccessRules.Or(filter, restricted ? more : AccessRules.And(more, r => r.Sensitivity == Sensitivity.Normal));
        }

        return filter;
    }

    private static Expression<Func<T, bool>> Bound<T>(AccessScope scope, Expression<Func<AccessScope, T, bool>>? also)
        where T : FollowedRecord
    {
        Expression<Func<AccessScope, T, bool>> rule = (s, r) =>
            s.IsHead
            || (s.AreaIds.Contains(r.AreaId) && (s.IsLeader || r.Sensitivity == Sensitivity.Normal))
            || (s.GroupIds.Contains(r.GroupId) && (r.Sensitivity == Sensitivity.Normal || s.RestrictedGroupIds.Contains(r.GroupId)))
            || r.AuthorId == s.PersonId;
        var filter = ScopeBinder.Bind(rule, scope);
        return also is null ? filter : AccessRules.Or(filter, ScopeBinder.Bind(also, scope));
    }
}
