using Portal.Domain.Areas;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Contacts;
using Portal.Domain.FollowUps;
using Portal.Domain.Forms;
using Portal.Domain.Guidance;
using Portal.Domain.ReportItems;

namespace Portal.Domain.FieldTrips;

/// <summary>What closing a trip leaves behind on its areas (step 11, E-T10).</summary>
public static class TripRecords
{
    internal static AreaRecords From(FieldTrip trip, ResultReviewInput? review, CaseContext context)
    {
        var result = trip.Result!;
        var directions = (review?.ItemDirections ?? []).Where(d => d.Item is not null).ToLookup(d => d.Item!.Value);
        var items = (result.Items ?? []).Select((item, i) => ReportItem.From(
            item, trip.CaseId, i + 1, trip.GroupId, trip.TripLeaderId, result.ConcernsPersonnel == true, directions[i + 1].FirstOrDefault(),
            context));

        // Đ9.4: who is hindered in the work says so once; from here it is followed like any difficulty of the area.
        var said = result.Items?.Length ?? 0;
        var isHindered = result.Cooperation == Cooperation.Obstructed && !string.IsNullOrWhiteSpace(result.CooperationText);
        var hindered = isHindered ? trip.AreaIds : [];
        items = items.Concat(hindered.Select((area, i) => ReportItem.From(
            new ReportItemInput
            {
                AreaId = area,
                Kind = ReportItemKind.Difficulty,
                Domain = trip.Notice.Domains?.FirstOrDefault() ?? WorkDomains.All[0],
                Content = result.CooperationText,
                Level = ReportItemLevel.Urgent,
            },
            trip.CaseId, said + i + 1, trip.GroupId, trip.TripLeaderId, result.ConcernsPersonnel == true, null, context)));

        var subject = trip.Notice.IsStub() ? "" : Shorten(trip.Notice.Purpose ?? "");
        var contacts = (trip.PriorContact?.Contacts ?? []).Where(c => c.Exception == false).Select((c, i) => ContactLog.Of(
            new NewContactInput
            {
                AreaId = c.AreaId,
                ContactPerson = c.ContactPerson,
                Position = c.Position,
                At = c.At,
                Domain = trip.Notice.Domains is [var only] ? only : null,
                Subject = subject,
                Summary = c.Agreed,
            },
            $"{c.Channel}", OriginOf(trip, i + 1), context));

        return new AreaRecords([.. items], [.. contacts]) { Guidance = [.. GuidanceOf(trip, context)] };
    }

    // Đ5.4: guidance that the report tells of, in each area that was visited.
    private static IEnumerable<GuidanceAction> GuidanceOf(FieldTrip trip, CaseContext context)
    {
        var told = trip.Result!.Guidance;
        var restricted = trip.Result.ConcernsPersonnel == true;
        return string.IsNullOrWhiteSpace(told) ? [] : trip.AreaIds.Select((area, i) => GuidanceAction.Of(
            new NewGuidanceInput
            {
                Type = GuidanceType.Guidance,
                AreaId = area,
                Date = VietnamTime.DayOf(trip.DepartsAt),
                Domain = trip.Notice.Domains?.FirstOrDefault() ?? WorkDomains.All[0],
                Content = told,
            },
            OriginOf(trip, i + 1) with { IsRestricted = restricted }, context));
    }

    /// <summary>E-T5: the areas were told that nobody comes.</summary>
    public static IEnumerable<ContactLog> OfCancelling(FieldTrip trip, TripCancelInput input, CaseContext context) =>
        input.AreaInformed != true ? [] : trip.AreaIds.Select((area, i) =>
        {
            var known = trip.PriorContact?.Contacts?.FirstOrDefault(c => c.AreaId == area && c.Exception == false);
            var person = string.IsNullOrWhiteSpace(input.InformedPerson)
                ? string.Join(", ", new[] { known?.ContactPerson, known?.Position }.Where(t => !string.IsNullOrWhiteSpace(t)))
                : input.InformedPerson;
            return ContactLog.Of(
                new NewContactInput
                {
                    AreaId = area,
                    ContactPerson = person,
                    At = VietnamTime.ToLocal(context.Now),
                    Subject = trip.Notice.IsStub() ? "" : Shorten(trip.Notice.Purpose ?? ""),
                    Summary = input.IsStub() ? "" : input.Reason,
                },
                $"{input.InformedChannel ?? known?.Channel ?? ContactChannel.Phone}", OriginOf(trip, i + 1), context);
        });

    private static FollowedOrigin OriginOf(FieldTrip trip, int index) => new(trip.CaseId, index, trip.GroupId, trip.TripLeaderId);

    private static string Shorten(string text) => text.Length <= 300 ? text : text[..299] + "…";
}
