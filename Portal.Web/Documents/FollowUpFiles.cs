using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Web.Operations.FollowUps;
using Portal.Web.Shared;
using Portal.Web.Texts;

namespace Portal.Web.Documents;

/// <summary>Registers of what is followed up as spreadsheets, in Vietnamese office style. Nothing Restricted is in them.</summary>
public sealed class FollowUpFiles(TextCatalogue texts)
{
    public byte[] Sheet(FollowedKind kind, IReadOnlyList<FollowedRow> rows, FollowedFilter filter, CaseContext context) =>
        Documents.Sheet.Of(
            SheetHead.Of(context, texts, $"{texts.Document($"{kind}.title")}{Period(filter)}"),
            SheetTable.Of(texts.Document($"{kind}.sheet"), rows, [.. Columns(kind, context)]));

    private IEnumerable<SheetColumn<FollowedRow>> Columns(FollowedKind kind, CaseContext context)
    {
        var directory = context.Directory;
        yield return new(Words("at"), r => PartyProfile.Day(VietnamTime.DayOf(r.At)));
        yield return new(Words("area"), r => r.AreaId.Length > 0 ? directory.AreaName(r.AreaId) : "");
        yield return new(texts.Document($"{kind}.type"), r => TypeOf(kind, r));
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

    private string TypeOf(FollowedKind kind, FollowedRow row) =>
        row.Type.Length == 0 ? "" : texts.Vietnamese.GetValueOrDefault(FollowedWords.TypeKey(kind, row.Type)) ?? "";

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
