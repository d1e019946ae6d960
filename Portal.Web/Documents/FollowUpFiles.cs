using System.Globalization;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Web.Operations.FollowUps;
using Portal.Web.Shared;
using Portal.Web.Texts;

namespace Portal.Web.Documents;

/// <summary>
/// Registers of what is followed up as spreadsheets and as documents in the Party's layout, in Vietnamese office style: RP-07, RP-06b.
/// Nothing Restricted is in them.
/// </summary>
public sealed class FollowUpFiles(TextCatalogue texts)
{
    public byte[] Sheet(FollowedKind kind, IReadOnlyList<FollowedRow> rows, FollowedFilter filter, CaseContext context) =>
        Documents.Sheet.Of(
            SheetHead.Of(context, texts, $"{texts.Document($"{kind}.title")}{Period(filter)}"),
            SheetTable.Of(texts.Document($"{kind}.sheet"), rows, [.. Columns(kind, context)]));

    /// <param name="filter">What the rows were asked for by; its period stands under the title.</param>
    public byte[] Document(FollowedKind kind, IReadOnlyList<FollowedRow> rows, FollowedFilter filter, CaseContext context)
    {
        using var document = new PartyDocument(PartyProfile.Of(context.Settings.Text("Doc.Profile")));
        document.Head(DocumentHead.OfCommittee("BC/BTCTU", texts, context));
        document.Title(Words("type"), texts.Document($"{kind}.about"));
        var period = Period(filter);
        document.Centred(
            Words("made", PartyProfile.Day(context.Today), period.Length > 0 ? $";{period}" : ""), italic: true);
        if (rows.Count == 0)
        {
            document.Text(texts.Document("items.none"));
        }
        else
        {
            document.Table(
                [
                    (Words("number"), 1), (Words("at"), 2), (Words("area"), 3), (texts.Document($"{kind}.subject"), 6),
                    (Words("follow-up"), 5),
                ],
                rows.Select((r, n) => (IReadOnlyList<string>)
                [
                    (n + 1).ToString(CultureInfo.InvariantCulture),
                    PartyProfile.Day(VietnamTime.DayOf(r.At)),
                    r.AreaId.Length > 0 ? context.Directory.AreaName(r.AreaId) : "",
                    Lines(TypeOf(kind, r, context), r.Subject, FollowedWords.Partner(r, context.Directory), r.Summary),
                    Lines(r.FollowUp, r.FollowUpDue is { } due ? Words("by", PartyProfile.Day(due)) : "", r.Outcome),
                ]));
        }

        document.Sign(
            [texts.Document("items.copy.leaders"), texts.Document("items.copy.registry")], "", texts.Document("head.title"),
            context.Directory.NameOf(context.Directory.Head(context.Today)));
        return document.Save();
    }

    private static string Lines(params string[] lines) => string.Join('\n', lines.Where(l => l.Length > 0));

    private IEnumerable<SheetColumn<FollowedRow>> Columns(FollowedKind kind, CaseContext context)
    {
        var directory = context.Directory;
        yield return new(Words("at"), r => PartyProfile.Day(VietnamTime.DayOf(r.At)));
        yield return new(Words("area"), r => r.AreaId.Length > 0 ? directory.AreaName(r.AreaId) : "");
        yield return new(texts.Document($"{kind}.type"), r => TypeOf(kind, r, context));
        yield return new(texts.Document($"{kind}.with"), r => FollowedWords.Partner(r, directory));
        if (kind == FollowedKind.Contact)
        {
            yield return new(Words("means"), r => Vi($"option.{r.Means}"));
        }

        yield return new(Words("domain"), r => r.Domain.Length > 0 ? Vi($"domain.{r.Domain}") : "");
        yield return new(texts.Document($"{kind}.subject"), r => r.Subject);
        yield return new(texts.Document($"{kind}.summary"), r => r.Summary);
        yield return new(Words("follow-up"), r => r.FollowUp);
        yield return new(Words("due"), r => r.FollowUpDue is { } due ? PartyProfile.Day(due) : "");
        yield return new(Words("outcome"), r => r.Outcome);
        yield return new(Words("state"), r => Vi($"followed-state.{r.State}"));
        yield return new(Words("author"), r => directory.NameOf(r.AuthorId));
    }

    // Types of meetings are data.
    private string TypeOf(FollowedKind kind, FollowedRow row, CaseContext context) => kind == FollowedKind.UninvitedMeeting
        ? context.Directory.Data.MeetingTypes.FirstOrDefault(t => t.Id == row.Means)?.Name ?? ""
        : Vi(FollowedWords.TypeKey(kind, row.Type));

    private string Period(FollowedFilter filter) => (filter.From, filter.To) switch
    {
        ({ } from, { } to) => $" {Words("between", PartyProfile.Day(from), PartyProfile.Day(to))}",
        ({ } from, null) => $" {Words("since", PartyProfile.Day(from))}",
        (null, { } to) => $" {Words("until", PartyProfile.Day(to))}",
        _ => "",
    };

    private string Vi(string key) => texts.Vietnamese[key];

    private string Words(string key, params object?[] args) => texts.Document($"follow-ups.{key}", args);
}
