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
    public byte[] Make(IReadOnlyList<CalendarEntry> entries, DateOnly monday, string groupId, CaseContext context)
    {
        using var document = new PartyDocument(PartyProfile.Of(context.Settings.Text("Doc.Profile")));
        document.Head(DocumentHead.OfCommittee("LCT/BTCTU", texts, context));
        document.Title(Words("type"), Words("about", PartyProfile.Day(monday), PartyProfile.Day(monday.AddDays(6))));
        document.Centred(
            Words("made", PartyProfile.Day(context.Today), context.Directory.Group(groupId)?.Name ?? Words("all")), italic: true);
        document.Table(
            [(Words("day"), 3), (Words("time"), 3), (Words("what"), 6), (Words("people"), 5)],
            Enumerable.Range(0, 7).Select(monday.AddDays).SelectMany(d => Rows(d, entries, context)));
        document.Sign(
            [Words("copy.leaders"), Words("copy.registry")], "", texts.Document("head.title"),
            context.Directory.NameOf(context.Directory.Head(context.Today)));
        return document.Save();
    }

    // A working day on which nothing is known of has a line too, to be written on.
    private IEnumerable<IReadOnlyList<string>> Rows(DateOnly day, IReadOnlyList<CalendarEntry> entries, CaseContext context)
    {
        var name = $"{texts.Vietnamese[$"day.{day.DayOfWeek}"]}\n{day.ToString("dd/MM", CultureInfo.InvariantCulture)}";
        var rows = entries.Where(e => VietnamTime.DayOf(e.From) <= day && VietnamTime.DayOf(e.To) >= day).ToList();
        if (rows.Count == 0)
        {
            return context.Calendar.IsWorking(day) ? [[name, "", "", ""]] : [];
        }

        return rows.Select((e, i) => (IReadOnlyList<string>)
        [
            i == 0 ? name : "",
            e.IsPlanned ? texts.Vietnamese["Calendar.Planned"] : Hours(e, day),
            $"{texts.Vietnamese[$"Calendar.{e.Kind}"]}: {string.Join(", ", e.AreaIds.Select(context.Directory.AreaName))}",
            string.Join(", ", e.PersonIds.Select(context.Directory.NameOf)),
        ]);
    }

    private static string Hours(CalendarEntry entry, DateOnly day) =>
        $"{Clock(entry.From, day)} – {Clock(entry.To, day)}";

    private static string Clock(DateTime at, DateOnly day) =>
        VietnamTime.DayOf(at) == day ? VietnamTime.ToLocal(at).ToString("HH:mm", CultureInfo.InvariantCulture) : "…";

    private string Words(string key, params object?[] args) => texts.Document($"week.{key}", args);
}
