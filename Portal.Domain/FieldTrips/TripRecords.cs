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
        var items = (result.Items ?? []).Select((item, i) => new ReportItem
        {
            SourceCaseId = trip.CaseId,
            SourceIndex = i + 1,
            AreaId = item.AreaId!,
            GroupId = trip.GroupId,
            Kind = item.Kind!.Value,
            Domain = item.Domain!,
            Content = item.Content!,
            Level = item.Level!.Value,
            ProposedHandling = item.ProposedHandling ?? "",
            AskedOf = item.AskedOf ?? "",
            Direction = directions[i + 1].FirstOrDefault()?.Direction ?? "",
            ReleasedTo = directions[i + 1].FirstOrDefault()?.DepartmentId,
            State = directions[i + 1].Any() ? ReportItemState.Directed : ReportItemState.New,
            Sensitivity = item.ConcernsPersonnel == true || result.ConcernsPersonnel == true ? Sensitivity.Restricted : Sensitivity.Normal,
            AuthorId = trip.TripLeaderId,
            CreatedAt = context.Now,
            SearchText = ReportItem.Fold(item.Content!),
        });

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

        var issues = (result.Issues ?? []).Select((issue, i) => new AreaIssue
        {
            SourceCaseId = trip.CaseId,
            SourceIndex = i + 1,
            AreaId = issue.AreaId!,
            GroupId = trip.GroupId,
            Category = issue.Category!.Value,
            Facts = issue.Facts!,
            ProposedSolution = issue.ProposedSolution!,
            DemocraticCentralism = issue.DemocraticCentralism == true,
            LeadershipUnity = issue.LeadershipUnity == true,
            PersonnelOfStandingCommittee = issue.PersonnelOfStandingCommittee == true,
            AuthorId = trip.TripLeaderId,
            SubmittedAt = context.Now,
        });
        return new TripRecords([.. items], [.. contacts], [.. issues]);
    }

    private static string Shorten(string text) => text.Length <= 300 ? text : text[..299] + "…";
}
