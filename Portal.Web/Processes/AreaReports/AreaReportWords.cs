using System.Globalization;
using Portal.Domain.AreaReports;
using Portal.Domain.Areas;
using Portal.Domain.Common;
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

    public AreaReportInput Of(AreaMonth month) => new()
    {
        Form = ReportingForm.InSystem,
        General = Joined(General(month), MostGeneral),
        Results = Results(month),
        Proposals = Joined(Said(month, AreaFactKind.Proposal).Select(f => Cited(f.Text, f)), MostProposed),
        NextMonth = Joined(Said(month, AreaFactKind.Planned).Select(f => Words("planned", Day(f.At), f.Text.TrimEnd('.'))), MostPlanned),
        Items = Rows(month, []),
    };

    /// <summary>The items of an earlier round, as they were chosen then, and those that have come since.</summary>
    public static CarriedItem[]? Rows(AreaMonth month, IReadOnlyList<CarriedItem> before)
    {
        CarriedItem[] rows =
        [
            .. before,
            .. month.Items.Where(i => before.All(b => b.ItemId != i.Id))
                .Select(i => new CarriedItem { ItemId = i.Id, What = i.InShort(AreaReportForms.MaxWhat), Include = true }),
        ];
        return rows.Length == 0 ? null : [.. rows.Select((r, i) => r with { Item = i + 1 })];
    }

    private IEnumerable<string> General(AreaMonth month)
    {
        var (visits, meetings) = (Of(month, AreaFactKind.Visit), Of(month, AreaFactKind.Meeting));
        string[] parts =
        [
            visits.Count == 0 ? Words("no-trip") : Words("trips", visits.Count, Dated(visits)),
            meetings.Count == 0 ? Words("no-meeting") : Words("meetings", meetings.Count, Dated(meetings)),
            .. month.Contacts == 0 ? Array.Empty<string>() : [Words("contacts", month.Contacts)],
        ];
        yield return Words("general", month.Month.ToString("MM/yyyy", CultureInfo.InvariantCulture), string.Join(", ", parts));
        foreach (var fact in month.Facts.Where(f => f.Text.Length > 0))
        {
            switch (fact.Kind)
            {
                case AreaFactKind.Guidance:
                    yield return Cited(Words("guidance", fact.Text), fact);
                    break;
                case AreaFactKind.Commitment:
                    yield return Cited(Words("commitments", fact.Text), fact);
                    break;
                case AreaFactKind.Situation when fact.Domain is null:
                    yield return Cited(fact.Text, fact);
                    break;
            }
        }
    }

    private static DomainResult[]? Results(AreaMonth month)
    {
        DomainResult[] results =
        [
            .. from domain in WorkDomains.All
               let passages = Said(month, AreaFactKind.Situation).Where(f => f.Domain == domain).Select(f => Cited(f.Text, f)).Distinct()
               let text = Joined(passages, MostOfDomain)
               where text is not null
               select new DomainResult { Domain = domain, Text = text },
        ];
        return results.Length == 0 ? null : results;
    }

    private static List<AreaFact> Of(AreaMonth month, AreaFactKind kind) => [.. month.Facts.Where(f => f.Kind == kind)];

    private static IEnumerable<AreaFact> Said(AreaMonth month, AreaFactKind kind) =>
        month.Facts.Where(f => f.Kind == kind && !string.IsNullOrWhiteSpace(f.Text));

    private string Dated(IEnumerable<AreaFact> facts) => string.Join("; ", facts.Select(f => Words("dated", Day(f.At), f.Number)));

    // What was noted by itself has a day and no number.
    private static string Cited(string text, AreaFact source) =>
        $"{text.Trim().TrimEnd('.')} ({(source.Number.Length > 0 ? $"{source.Number}, " : "")}{Day(source.At)}).";

    private static string Day(DateTime utc) => VietnamTime.ToLocal(utc).ToString("dd/MM", CultureInfo.InvariantCulture);

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
