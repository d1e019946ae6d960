using Microsoft.EntityFrameworkCore;
using Portal.Domain.Cases;
using Portal.Domain.Meetings;
using Portal.Domain.Organisation;
using Portal.Web.Operations;
using Portal.Web.Operations.Forms;

namespace Portal.Web.Processes.Meetings;

/// <summary>What the registration of an invitation offers to take over: hosts and places of earlier meetings of the area.</summary>
public sealed class MeetingSuggestions(PortalOperations operations)
{
    /// <summary>Earlier meetings that are looked at, the newest.</summary>
    private const int MostMeetings = 200;

    /// <summary>Of meetings whose invitation the person reads: the records office of all, others of those they read.</summary>
    public async Task<IReadOnlyList<FormSuggestion>> InvitationsAsync(Actor actor, CancellationToken cancellation = default)
    {
        var context = await operations.ContextAsync(actor, cancellation: cancellation);
        var scope = AccessScope.Of(actor.PersonId, context.Directory, context.Today);
        var (isClerk, groups) = (scope.IsClerk, context.Directory.GroupsOf(actor.PersonId, context.Today).ToList());
        var readable = isClerk ? CaseAccess.Title(scope) : CaseAccess.Content(scope);
        return await operations.ReadAsync(async db =>
        {
            var newest = await db.Set<MeetingAttendance>().Where(m => isClerk || groups.Contains(m.GroupId))
                .OrderByDescending(m => m.StartsAt)
                .Take(MostMeetings)
                .Select(m => new { m.CaseId, m.Invitation })
                .ToListAsync(cancellation);
            var ids = newest.ConvertAll(m => m.CaseId);
            var known = (await db.Cases.Where(c => ids.Contains(c.Id) && c.Sensitivity == Sensitivity.Normal)
                .Where(readable)
                .Select(c => c.Id)
                .ToListAsync(cancellation)).ToHashSet();
            return (IReadOnlyList<FormSuggestion>)[.. newest.Where(m => known.Contains(m.CaseId)).SelectMany(m => Of(m.Invitation))];
        }, cancellation);
    }

    /// <summary>
    /// Meetings that are not over for the portal, by which a second registration of one is known before it is sent: without what was noted
    /// at them.
    /// </summary>
    /// <param name="except">The meeting that is registered again; null for a new one.</param>
    public async Task<IReadOnlyList<(string Number, MeetingAttendance Meeting)>> OthersAsync(
        Guid? except, CancellationToken cancellation = default)
    {
        var open = await operations.ReadAsync(
            db => db.Set<MeetingAttendance>().IgnoreAutoIncludes().Where(m => m.CaseId != except)
                .Join(db.Cases.Where(c => c.State == CaseState.Open), m => m.CaseId, c => c.Id, (m, c) => new { c.Number, Meeting = m })
                .OrderByDescending(m => m.Meeting.StartsAt)
                .Take(MostMeetings)
                .ToListAsync(cancellation),
            cancellation);
        return open.ConvertAll(m => (m.Number, m.Meeting));
    }

    private static IEnumerable<FormSuggestion> Of(InvitationInput invitation) =>
        from field in new[] { (Name: "host", Text: invitation.Host), (Name: "place", Text: invitation.Place) }
        where !string.IsNullOrWhiteSpace(field.Text)
        from area in invitation.AreaIds ?? []
        select new FormSuggestion(
            field.Name, field.Text, new Dictionary<string, string> { [field.Name] = field.Text }, ("areaIds", area));
}
