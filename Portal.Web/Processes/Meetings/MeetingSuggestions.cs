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
        var readable = scope.IsClerk ? CaseAccess.Title(scope) : CaseAccess.Content(scope);
        var invitations = await operations.ReadAsync(
            db => db.Set<MeetingAttendance>()
                .Join(
                    db.Cases.Where(readable).Where(c => c.Sensitivity == Sensitivity.Normal),
                    m => m.CaseId, c => c.Id, (m, _) => m)
                .OrderByDescending(m => m.StartsAt)
                .Take(MostMeetings)
                .Select(m => m.Invitation)
                .ToListAsync(cancellation),
            cancellation);
        return [.. invitations.SelectMany(Of)];
    }

    private static IEnumerable<FormSuggestion> Of(InvitationInput invitation) =>
        from field in new[] { (Name: "host", Text: invitation.Host), (Name: "place", Text: invitation.Place) }
        where !string.IsNullOrWhiteSpace(field.Text)
        from area in invitation.AreaIds ?? []
        select new FormSuggestion(
            field.Name, field.Text, new Dictionary<string, string> { [field.Name] = field.Text }, ("areaIds", area));
}
