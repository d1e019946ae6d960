using Microsoft.EntityFrameworkCore;
using Portal.Domain.Cases;
using Portal.Domain.FieldTrips;
using Portal.Domain.Organisation;
using Portal.Web.Operations;
using Portal.Web.Operations.Forms;

namespace Portal.Web.Processes.FieldTrips;

/// <summary>What the forms of a trip offer to take over: the contacts of the area, and what the group's earlier notices said.</summary>
public sealed class TripSuggestions(PortalOperations operations)
{
    /// <summary>Earlier trips that are looked at, the newest.</summary>
    private const int MostTrips = 40;

    /// <summary>Longest text that is worth a press, in characters.</summary>
    private const int LongestLabel = 90;

    /// <summary>F3: whom the group knows at each area.</summary>
    public async Task<IReadOnlyList<FormSuggestion>> ContactsAsync(
        Actor actor, IReadOnlyCollection<string> areaIds, CancellationToken cancellation = default)
    {
        var context = await operations.ContextAsync(actor, cancellation: cancellation);
        return
        [
            .. context.Directory.Data.Contacts.Where(c => areaIds.Contains(c.AreaId)).Select(c => new FormSuggestion(
                "contactPerson", $"{c.FullName} – {c.Position}",
                new Dictionary<string, string> { ["contactPerson"] = c.FullName, ["position"] = c.Position },
                ("areaId", c.AreaId))),
        ];
    }

    /// <summary>E-T5: whom the group knows at the areas, to be told that nobody comes.</summary>
    public async Task<IReadOnlyList<FormSuggestion>> InformedAsync(
        Actor actor, IReadOnlyCollection<string> areaIds, CancellationToken cancellation = default)
    {
        var context = await operations.ContextAsync(actor, cancellation: cancellation);
        return
        [
            .. context.Directory.Data.Contacts.Where(c => areaIds.Contains(c.AreaId)).Select(c => new FormSuggestion(
                "informedPerson", $"{c.FullName} – {c.Position}",
                new Dictionary<string, string> { ["informedPerson"] = $"{c.FullName}, {c.Position}" })),
        ];
    }

    /// <summary>F2: places and purposes of the group's earlier trips to the area; nothing of what is Restricted.</summary>
    public async Task<IReadOnlyList<FormSuggestion>> NoticesAsync(Actor actor, CancellationToken cancellation = default)
    {
        var context = await operations.ContextAsync(actor, cancellation: cancellation);
        var scope = AccessScope.Of(actor.PersonId, context.Directory, context.Today);
        var groups = context.Directory.GroupsOf(actor.PersonId, context.Today).ToList();
        var trips = await operations.ReadAsync(
            db => db.Set<FieldTrip>().Where(t => groups.Contains(t.GroupId))
                .Join(
                    db.Cases.Where(CaseAccess.Content(scope)).Where(c => c.Sensitivity == Sensitivity.Normal),
                    t => t.CaseId, c => c.Id, (t, _) => t)
                .OrderByDescending(t => t.DepartsAt)
                .Take(MostTrips)
                .ToListAsync(cancellation),
            cancellation);
        return
        [
            .. trips.SelectMany(t => Of(t.Notice)), .. trips.Select(t => t.Notice.AdHocText).OfType<string>().Select(Reason),
            .. UnitsOf(context, [.. groups.SelectMany(g => context.Directory.AreasOfGroup(g, context.Today))]),
        ];
    }

    // Đ9.4: which units below an area the group knows.
    private static IEnumerable<FormSuggestion> UnitsOf(CaseContext context, HashSet<string> areaIds) =>
        context.Directory.Data.SubUnits.Where(u => areaIds.Contains(u.AreaId)).Select(u => new FormSuggestion(
            "subUnits", u.Name, new Dictionary<string, string> { ["subUnits"] = u.Name }, ("areaIds", u.AreaId)));

    // Why a trip was not planned does not hang on the area.
    private static FormSuggestion Reason(string text) =>
        new("adHocText", Short(text), new Dictionary<string, string> { ["adHocText"] = text });

    private static string Short(string text) =>
        text.Length <= LongestLabel ? text : $"{text[..text.LastIndexOf(' ', LongestLabel)]}…";

    private static IEnumerable<FormSuggestion> Of(TripNoticeInput notice) =>
        from field in new[] { (Name: "place", Text: notice.Place), (Name: "purpose", Text: notice.Purpose) }
        where !string.IsNullOrWhiteSpace(field.Text)
        from area in notice.AreaIds ?? []
        select new FormSuggestion(
            field.Name,
            Short(field.Text),
            new Dictionary<string, string> { [field.Name] = field.Text },
            ("areaIds", area));
}
