using System.Globalization;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Web.Operations.Calendar;
using Portal.Web.Texts;

namespace Portal.Web.Documents;

/// <summary>
/// RP-17, lịch công tác tuần: trips and meetings of a week as whoever asks may see them, day by day, in the Party's layout. Kind, time,
/// area and people only, as on the calendar.
/// </summary>
public sealed class WeekProgramme(TextCatalogue texts)
{
    /// <param name="monday">First day of the week.</param>
    public byte[] Sheet(IReadOnlyList<CalendarEntry> entries, DateOnly monday, CalendarFilter filter, CaseContext context) =>
        Documents.Sheet.Of(
            SheetHead.Of(context, texts, $"{Words("type")} {About(monday)} ({Of(filter, context)})"),
            SheetTable.Of(
                Words("sheet"),
                Days(monday).SelectMany(d => On(d, entries).Select(e => (Day: d, Entry: e))),
                [
                    new(Words("day"), r => r.Day),
                    new(Words("time"), r => TimeOf(r.Entry, r.Day)),
                    new(Words("kind"), r => Vi($"Calendar.{r.Entry.Kind}")),
                    new(Vi("Area.One"), r => AreasOf(r.Entry, context)),
                    new(Words("people"), r => PeopleOf(r.Entry, context)),
                ]));

    /// <param name="monday">First day of the week.</param>
    public byte[] Document(IReadOnlyList<CalendarEntry> entries, DateOnly monday, CalendarFilter filter, CaseContext context)
    {
        using var document = new PartyDocument(PartyProfile.Of(context.Settings.Text("Doc.Profile")));
        document.Head(DocumentHead.OfCommittee("LCT/BTCTU", texts, context));
        document.Title(Words("type"), About(monday));
        document.Centred(Words("made", PartyProfile.Day(context.Today), Of(filter, context)), italic: true);
        document.Table(
            [(Words("day"), 3), (Words("time"), 3), (Words("what"), 6), (Words("people"), 5)],
            Days(monday).SelectMany(d => Rows(d, entries, context)));
        document.Sign(
            [Words("copy.leaders"), Words("copy.registry")], "", texts.Document("head.title"),
            context.Directory.NameOf(context.Directory.Head(context.Today)));
        return document.Save();
    }

    // A working day on which nothing is known of has a line too, to be written on.
    private IEnumerable<IReadOnlyList<string>> Rows(DateOnly day, IReadOnlyList<CalendarEntry> entries, CaseContext context)
    {
        var name = $"{Vi($"day.{day.DayOfWeek}")}\n{day.ToString("dd/MM", CultureInfo.InvariantCulture)}";
        var rows = On(day, entries);
        if (rows.Count == 0)
        {
            return context.Calendar.IsWorking(day) ? [[name, "", "", ""]] : [];
        }

        return rows.Select((e, i) => (IReadOnlyList<string>)
        [
            i == 0 ? name : "",
            TimeOf(e, day),
            $"{Vi($"Calendar.{e.Kind}")}: {AreasOf(e, context)}",
            PeopleOf(e, context),
        ]);
    }

    private static IEnumerable<DateOnly> Days(DateOnly monday) => Enumerable.Range(0, 7).Select(monday.AddDays);

    private static List<CalendarEntry> On(DateOnly day, IReadOnlyList<CalendarEntry> entries) =>
        [.. entries.Where(e => VietnamTime.DayOf(e.From) <= day && VietnamTime.DayOf(e.To) >= day)];

    private string TimeOf(CalendarEntry entry, DateOnly day) =>
        entry.IsPlanned ? Vi("Calendar.Planned") : $"{Clock(entry.From, day)} – {Clock(entry.To, day)}";

    private static string AreasOf(CalendarEntry entry, CaseContext context) =>
        string.Join(", ", entry.AreaIds.Select(context.Directory.AreaName));

    private static string PeopleOf(CalendarEntry entry, CaseContext context) =>
        string.Join(", ", entry.PersonIds.Select(context.Directory.NameOf));

    private string About(DateOnly monday) => Words("about", PartyProfile.Day(monday), PartyProfile.Day(monday.AddDays(6)));

    // What the list was narrowed to; all that whoever made it may see otherwise.
    private string Of(CalendarFilter filter, CaseContext context)
    {
        string[] narrowed =
        [
            context.Directory.Group(filter.GroupId)?.Name ?? "",
            filter.AreaId.Length > 0 ? context.Directory.AreaName(filter.AreaId) : "",
            filter.PersonId.Length > 0 ? context.Directory.NameOf(filter.PersonId) : "",
        ];
        return narrowed.Any(n => n.Length > 0) ? string.Join("; ", narrowed.Where(n => n.Length > 0)) : Words("all");
    }

    private static string Clock(DateTime at, DateOnly day) =>
        VietnamTime.DayOf(at) == day ? VietnamTime.ToLocal(at).ToString("HH:mm", CultureInfo.InvariantCulture) : "…";

    private string Vi(string key) => texts.Vietnamese[key];

    private string Words(string key, params object?[] args) => texts.Document($"week.{key}", args);
}
