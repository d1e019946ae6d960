using System.Globalization;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Reviews;
using Portal.Web.Documents;
using Row = System.Collections.Generic.Dictionary<string, object?>;

namespace Portal.Web.Processes.Reviews;

/// <content>The lists as spreadsheets.</content>
public sealed partial class ReviewDocuments
{
    private byte[] Lists(ReviewDossierView view, CaseContext context) => Sheet.Of(new Dictionary<string, object>
    {
        [Words("column.area")] = view.Areas.Select(a => new Row
        {
            [Words("column.area")] = context.Directory.AreaName(a.Proposal.AreaId),
            [Words("column.group")] = context.Directory.Group(a.Proposal.GroupId)?.Name,
            [Words("column.comparable")] = a.Proposal.ComparableGroup,
            [Words("column.status")] = Vi($"enum.ReviewProposalStatus.{a.Proposal.Status}"),
            [Words("column.suggestion-count")] = a.Suggestions.Count(s => s.IsAlive),
            [Words("column.proposed-level")] = Level(a.Proposal.ProposedRating),
            [Words("column.decided-level")] = Level(a.Proposal.DecidedRating),
            [Words("column.official-level")] = Level(a.Proposal.FinalRating),
            [Words("column.author")] = context.Directory.NameOf(a.Proposal.AuthorId),
            [Words("column.lead")] = context.Directory.LeadOf(a.Proposal.GroupId, context.Today) is { } lead
                ? context.Directory.NameOf(lead)
                : "",
        }),
        [Words("sheet.suggestions")] = view.Areas.SelectMany(a => a.Suggestions.Select(s => new Row
        {
            [Words("column.area")] = context.Directory.AreaName(a.Proposal.AreaId),
            [Words("column.kind")] = s.SubjectType == ReviewSubjectType.Collective
                ? Words("subject.collective")
                : Words("subject.individual"),
            [Words("column.number")] = s.Number,
            [Words("column.subject")] = Subject(s),
            [Words("column.matter")] = s.Content.Matter,
            [Words("column.text")] = s.Text,
            [Words("column.status")] = Vi($"suggestion.{s.Status}"),
            [Words("column.reason")] = s.LastReason,
        })),
        [Words("sheet.quota")] = view.Quota.Select(q => new Row
        {
            [Words("column.comparable")] = q.Group,
            [Words("column.excellent")] = q.Excellent,
            [Words("column.limit")] = q.Limit,
            [Words("column.good")] = q.Good,
            [Words("column.rated")] = q.Rated,
            [Words("column.percent")] = q.Percent,
            [Words("column.override")] = q.OverrideReason,
        }),
        [Words("sheet.reserved")] = view.Areas.SelectMany(a => a.Opinions.Select(o => new Row
        {
            [Words("column.area")] = context.Directory.AreaName(a.Proposal.AreaId),
            [Words("column.opinion-author")] = context.Directory.NameOf(o.AuthorId),
            [Words("column.at")] = VietnamTime.ToLocal(o.At),
            [Words("column.opinion")] = o.Opinion,
            [Words("column.grounds")] = o.Grounds,
        })),
        [Words("sheet.about")] = About(view, context),
    });

    private byte[] FollowUp(ReviewDossierView view, CaseContext context) => Sheet.Of(new Dictionary<string, object>
    {
        [Words("sheet.follow-up")] = view.Areas.SelectMany(a => a.Suggestions.Where(s => s.IsIssued).Select(s => new Row
        {
            [Words("column.area")] = context.Directory.AreaName(a.Proposal.AreaId),
            [Words("column.subject")] = Subject(s),
            [Words("column.text")] = s.Text,
            [Words("column.document")] = a.Proposal.Issue?.DocumentNumber,
            [Words("column.sent-on")] = a.Proposal.Issue?.SentOn?.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture),
            [Words("column.reviewed-on")] = a.Proposal.Conference?.HeldOn?.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture),
            [Words("column.explanation")] = s.FollowUp?.Explanation,
            [Words("column.assessment")] = Vi($"suggestion.{s.Status}"),
        })),
        [Words("sheet.remedies")] = view.Areas.SelectMany(a =>
            a.Suggestions.SelectMany(s => s.Remedies.Select(r => RemedyRow(a, s.Number, r, context)))
                .Concat(a.Carried.Select(r => RemedyRow(a, null, r, context)))),
        [Words("sheet.about")] = About(view, context),
    });

    private Row RemedyRow(DossierArea area, int? suggestion, ReviewRemedy remedy, CaseContext context) => new()
    {
        [Words("column.area")] = context.Directory.AreaName(area.Proposal.AreaId),
        [Words("column.suggestion")] = suggestion,
        [Words("column.from-year")] = remedy.FromYear,
        [Words("column.remedy")] = remedy.What,
        [Words("column.responsible")] = remedy.Who,
        [Words("column.by")] = Day(remedy.By),
        [Words("column.status")] = remedy.State is { } state ? Vi($"option.state.{state}") : "",
        [Words("column.done-on")] = Day(remedy.DoneOn),
        [Words("column.result")] = remedy.Note,
    };

    private static string? Day(DateOnly? day) => day?.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    private IEnumerable<Row> About(ReviewDossierView view, CaseContext context) =>
    [
        new() { [Words("column.item")] = Words("about.cycle"), [Words("column.content")] = view.Cycle.Content.Title },
        new()
        {
            [Words("column.item")] = Words("about.made-at"),
            [Words("column.content")] = Moment(context.Now),
        },
        new() { [Words("column.item")] = Words("about.made-by"),
            [Words("column.content")] = context.Directory.NameOf(context.Actor.PersonId) },
    ];
}
