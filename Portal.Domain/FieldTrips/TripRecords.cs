using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Forms;

namespace Portal.Domain.FieldTrips;

/// <summary>What closing a trip leaves behind on its areas (step 11, E-T10).</summary>
public sealed record TripRecords(IReadOnlyList<ReportItem> Items, IReadOnlyList<ContactLog> Contacts, IReadOnlyList<AreaIssue> Issues)
{
    internal static TripRecords From(FieldTrip trip, ResultReviewInput? review, CaseContext context)
    {
        var result = trip.Result!;
        var directions = (review?.ItemDirections ?? []).Where(d => d.Item is not null).ToLookup(d => d.Item!.Value);
        var items = (result.Items ?? []).Select((item, i) => ReportItem.From(
            item, trip.CaseId, i + 1, trip.GroupId, trip.TripLeaderId, result.ConcernsPersonnel == true, directions[i + 1].FirstOrDefault(),
            context));

        var subject = trip.Notice.IsStub() ? "" : Shorten(trip.Notice.Purpose ?? "");
        var contacts = (trip.PriorContact?.Contacts ?? []).Where(c => c.Exception == false).Select((c, i) => new ContactLog
        {
            SourceCaseId = trip.CaseId,
            SourceIndex = i + 1,
            AreaId = c.AreaId!,
            GroupId = trip.GroupId,
            ContactPerson = $"{c.ContactPerson}, {c.Position}",
            At = VietnamTime.ToUtc(c.At!.Value),
            Channel = c.Channel!.Value.ToString(),
            Subject = subject,
            Summary = c.Agreed ?? "",
        });

        var issues = (result.Issues ?? []).Select(
            (issue, i) => AreaIssue.From(issue, trip.CaseId, i + 1, trip.GroupId, trip.TripLeaderId, context));
        return new TripRecords([.. items], [.. contacts], [.. issues]);
    }

    private static string Shorten(string text) => text.Length <= 300 ? text : text[..299] + "…";
}
