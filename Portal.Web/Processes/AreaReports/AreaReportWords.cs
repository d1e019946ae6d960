using System.Globalization;
using Portal.Domain.AreaReports;
using Portal.Domain.Common;
using Portal.Domain.FieldTrips;
using Portal.Domain.Forms;
using Portal.Domain.Meetings;
using Portal.Web.Texts;

namespace Portal.Web.Processes.AreaReports;

/// <summary>
/// A monthly report as the records of the month would write it, in Vietnamese: each passage with the number and day of what it comes from.
/// </summary>
public sealed class AreaReportWords(TextCatalogue texts)
{
    private const int MostGeneral = 6000;

    private const int MostOfDomain = 3000;

    private const int MostProposed = 4000;

    private const int MostPlanned = 3000;

    /// <param name="areas">The area and its predecessors, by id.</param>
    public AreaReportInput Of(AreaMonth month, IReadOnlyCollection<string> areas) => new()
    {
        Form = ReportingForm.InSystem,
        General = Joined(General(month), MostGeneral),
        Results = Results(month, areas),
        Proposals = Joined(
            Open(month).Where(t => Has(t.Result.Proposals)).Select(t => Cited(t.Result.Proposals!, t.Number, t.At)), MostProposed),
        NextMonth = Joined(month.Planned.Select(Planned), MostPlanned),
        Items = Rows(month, []),
    };

    /// <summary>The items of an earlier round, as they were chosen then, and those that have come since.</summary>
    public static CarriedItem[]? Rows(AreaMonth month, IReadOnlyList<CarriedItem> before)
    {
        CarriedItem[] rows =
        [
            .. before,
            .. month.Items.Where(i => before.All(b => b.ItemId != i.Id))
                .Select(i => new CarriedItem { ItemId = i.Id, What = MonthlyAreaReport.WordsOf(i), Include = true }),
        ];
        return rows.Length == 0 ? null : [.. rows.Select((r, i) => r with { Item = i + 1 })];
    }

    private IEnumerable<string> General(AreaMonth month)
    {
        string Days(IEnumerable<(string Number, DateTime At)> all) =>
            string.Join("; ", all.Select(a => Words("dated", Day(a.At), a.Number)));
        string[] parts =
        [
            month.Trips.Count == 0
                ? Words("no-trip")
                : Words("trips", month.Trips.Count, Days(month.Trips.Select(t => (t.Number, t.Trip.DepartsAt)))),
            month.Meetings.Count == 0
                ? Words("no-meeting")
                : Words("meetings", month.Meetings.Count, Days(month.Meetings.Select(m => (m.Number, m.Meeting.StartsAt)))),
            .. month.Contacts == 0 ? Array.Empty<string>() : [Words("contacts", month.Contacts)],
        ];
        yield return Words("general", month.Month.ToString("MM/yyyy", CultureInfo.InvariantCulture), string.Join(", ", parts));
        foreach (var (number, at, result) in Open(month))
        {
            if (Has(result.Guidance))
            {
                yield return Cited(Words("guidance", result.Guidance!), number, at);
            }

            if (Has(result.Commitments))
            {
                yield return Cited(Words("commitments", result.Commitments!), number, at);
            }
        }

        foreach (var (number, meeting) in month.Meetings.Where(m => DomainOf(m.Meeting) is null))
        {
            foreach (var conclusions in ConclusionsOf(meeting))
            {
                yield return Cited(conclusions, number, meeting.StartsAt);
            }
        }
    }

    private static DomainResult[]? Results(AreaMonth month, IReadOnlyCollection<string> areas)
    {
        var ofTrips = from trip in Open(month)
                      from part in trip.Result.Situation ?? []
                      where areas.Contains(part.AreaId!) && Has(part.Text) && part.Domain is not null
                      select (Domain: part.Domain!, trip.At, Text: Cited(part.Text!, trip.Number, trip.At));
        var ofMeetings = from meeting in month.Meetings
                         let domain = DomainOf(meeting.Meeting)
                         where domain is not null
                         from conclusions in ConclusionsOf(meeting.Meeting)
                         let at = meeting.Meeting.StartsAt
                         select (Domain: domain!, At: at, Text: Cited(conclusions, meeting.Number, at));
        DomainResult[] results =
        [
            .. ofTrips.Concat(ofMeetings).GroupBy(r => r.Domain).OrderBy(g => WorkOrder(g.Key)).Select(g => new DomainResult
            {
                Domain = g.Key, Text = Joined(g.OrderBy(r => r.At).Select(r => r.Text).Distinct(), MostOfDomain),
            }),
        ];
        return results.Length == 0 ? null : results;
    }

    private static int WorkOrder(string domain) => Domain.Areas.WorkDomains.All.ToList().IndexOf(domain);

    private static string? DomainOf(MeetingAttendance meeting) => meeting.Invitation.Domains?.FirstOrDefault();

    // What those who attended noted, once; not what judges people.
    private static IEnumerable<string> ConclusionsOf(MeetingAttendance meeting) =>
        meeting.Lines.Select(l => l.Notes).Where(n => n is not null && !n.IsStub() && Has(n.Conclusions)).Select(n => n!.Conclusions!).Distinct();

    // Results that everybody of the group reads.
    private static IEnumerable<(string Number, DateTime At, TripResultInput Result)> Open(AreaMonth month) =>
        month.Trips.Where(t => t.Trip.Result is { ConcernsPersonnel: not true } result && !result.IsStub())
            .Select(t => (t.Number, t.Trip.DepartsAt, t.Trip.Result!));

    private string Planned(TripPlanItem item) => Words(
        "planned", item.DateFrom.ToString("dd/MM", CultureInfo.InvariantCulture), item.Content.Purpose ?? "", item.Content.Place ?? "");

    private static string Cited(string text, string number, DateTime at) => $"{text.Trim().TrimEnd('.')} ({number}, {Day(at)}).";

    private static string Day(DateTime utc) => VietnamTime.ToLocal(utc).ToString("dd/MM", CultureInfo.InvariantCulture);

    private static bool Has(string? text) => !string.IsNullOrWhiteSpace(text);

    // Whole passages, as many as there is room for.
    private static string? Joined(IEnumerable<string> passages, int most)
    {
        var text = "";
        foreach (var passage in passages)
        {
            var longer = text.Length == 0 ? passage : $"{text}\n{passage}";
            text = longer.Length <= most ? longer : text;
        }

        return text.Length == 0 ? null : text;
    }

    private string Words(string key, params object?[] args) => texts.Document($"area-report.{key}", args);
}
