using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Reviews;
using Portal.Web.Documents;

namespace Portal.Web.Processes.Reviews;

/// <content>The lists as spreadsheets.</content>
public sealed partial class ReviewDocuments
{
    private byte[] Lists(ReviewDossierView view, CaseContext context) => Sheet.Of(
        SheetHead.Of(context, texts, Words("sheet.dossier", Year(view))),
        AreaList(view, context),
        SheetTable.Of(
            Words("sheet.suggestions"),
            view.Areas.SelectMany(a => a.Suggestions.Select(s => (Area: a, Suggestion: s))),
            new(Words("column.area"), r => context.Directory.AreaName(r.Area.Proposal.AreaId)),
            new(Words("column.kind"), r => KindOf(r.Suggestion)),
            new(Words("column.number"), r => r.Suggestion.Number),
            new(Words("column.subject"), r => Subject(r.Suggestion)),
            new(Words("column.matter"), r => r.Suggestion.Content.Matter),
            new(Words("column.text"), r => r.Suggestion.Text),
            new(Words("column.status"), r => Vi($"suggestion.{r.Suggestion.Status}")),
            new(Words("column.reason"), r => r.Suggestion.LastReason)),
        SheetTable.Of(
            Words("sheet.quota"),
            view.Quota,
            new(Words("column.comparable"), q => q.Group),
            new(Words("column.excellent"), q => q.Excellent, IsTotalled: true),
            new(Words("column.limit"), q => q.Limit, IsTotalled: true),
            new(Words("column.good"), q => q.Good, IsTotalled: true),
            new(Words("column.rated"), q => q.Rated, IsTotalled: true),
            new(Words("column.percent"), q => q.Percent),
            new(Words("column.override"), q => q.OverrideReason)),
        SheetTable.Of(
            Words("sheet.reserved"),
            view.Areas.SelectMany(a => a.Opinions.Select(o => (Area: a, Opinion: o))),
            new(Words("column.area"), r => context.Directory.AreaName(r.Area.Proposal.AreaId)),
            new(Words("column.opinion-author"), r => context.Directory.NameOf(r.Opinion.AuthorId)),
            new(Words("column.at"), r => VietnamTime.ToLocal(r.Opinion.At)),
            new(Words("column.opinion"), r => r.Opinion.Stub is { } stub ? Kept(stub) : r.Opinion.Opinion),
            new(Words("column.difference"), r => r.Opinion.Difference),
            new(Words("column.grounds"), r => r.Opinion.Grounds)),
        About(view, context));

    private SheetTable AreaList(ReviewDossierView view, CaseContext context) => SheetTable.Of(
        Words("column.area"),
        view.Areas,
        new(Words("column.area"), a => context.Directory.AreaName(a.Proposal.AreaId)),
        new(Words("column.group"), a => context.Directory.Group(a.Proposal.GroupId)?.Name),
        new(Words("column.comparable"), a => a.Proposal.ComparableGroup),
        new(Words("column.status"), a => Vi($"enum.ReviewProposalStatus.{a.Proposal.Status}")),
        new(Words("column.suggestion-count"), a => a.Suggestions.Count(s => s.IsAlive), IsTotalled: true),
        new(Words("column.proposed-level"), a => Level(a.Proposal.ProposedRating)),
        new(Words("column.decided-level"), a => Level(a.Proposal.DecidedRating)),
        new(Words("column.official-level"), a => Level(a.Proposal.FinalRating)),
        new(Words("column.author"), a => context.Directory.NameOf(a.Proposal.AuthorId)),
        new(Words("column.lead"), a => context.Directory.LeadOf(a.Proposal.GroupId, context.Today) is { } lead
            ? context.Directory.NameOf(lead)
            : ""));

    private string KindOf(ReviewSuggestion suggestion) =>
        Words(suggestion.SubjectType == ReviewSubjectType.Collective ? "subject.collective" : "subject.individual");

    /// <summary>RP-16 as its page shows it.</summary>
    public byte[] Following(IEnumerable<FollowedSuggestion> rows, int year, CaseContext context) => Sheet.Of(
        SheetHead.Of(context, texts, Words("sheet.following", year)),
        SheetTable.Of(
            Words("sheet.follow-up"),
            rows,
            new(Words("column.area"), r => context.Directory.AreaName(r.AreaId)),
            new(Words("column.group"), r => context.Directory.Group(r.GroupId)?.Name),
            new(Words("column.text"), r => r.Text),
            new(Words("column.assessment"), r => r.Status is { } status ? Vi($"suggestion.{status}") : ""),
            new(Words("column.from-year"), r => r.Remedy?.FromYear),
            new(Words("column.remedy"), r => r.Remedy?.What),
            new(Words("column.responsible"), r => r.Remedy?.Who),
            new(Words("column.by"), r => Day(r.Remedy?.By)),
            new(Words("column.status"), r => r.Remedy?.State is { } state ? Vi($"option.state.{state}") : ""),
            new(Words("column.done-on"), r => Day(r.Remedy?.DoneOn)),
            new(Words("column.result"), r => r.Remedy?.Note)));

    private byte[] FollowUp(ReviewDossierView view, CaseContext context) => Sheet.Of(
        SheetHead.Of(context, texts, Words("sheet.following", Year(view))),
        SheetTable.Of(
            Words("sheet.follow-up"),
            view.Areas.SelectMany(a => a.Suggestions.Where(s => s.IsIssued).Select(s => (Area: a, Suggestion: s))),
            new(Words("column.area"), r => context.Directory.AreaName(r.Area.Proposal.AreaId)),
            new(Words("column.subject"), r => Subject(r.Suggestion)),
            new(Words("column.text"), r => r.Suggestion.Text),
            new(Words("column.document"), r => r.Area.Proposal.Issue?.DocumentNumber),
            new(Words("column.sent-on"), r => Day(r.Area.Proposal.Issue?.SentOn)),
            new(Words("column.reviewed-on"), r => Day(r.Area.Proposal.Conference?.HeldOn)),
            new(Words("column.explanation"), r => r.Suggestion.FollowUp?.Explanation),
            new(Words("column.assessment"), r => Vi($"suggestion.{r.Suggestion.Status}"))),
        SheetTable.Of(
            Words("sheet.remedies"),
            view.Areas.SelectMany(a =>
                a.Suggestions.SelectMany(s => s.Remedies.Select(r => (Area: a, Suggestion: (int?)s.Number, Remedy: r)))
                    .Concat(a.Carried.Select(r => (Area: a, Suggestion: (int?)null, Remedy: r)))),
            new(Words("column.area"), r => context.Directory.AreaName(r.Area.Proposal.AreaId)),
            new(Words("column.suggestion"), r => r.Suggestion),
            new(Words("column.from-year"), r => r.Remedy.FromYear),
            new(Words("column.remedy"), r => r.Remedy.What),
            new(Words("column.responsible"), r => r.Remedy.Who),
            new(Words("column.by"), r => Day(r.Remedy.By)),
            new(Words("column.status"), r => r.Remedy.State is { } state ? Vi($"option.state.{state}") : ""),
            new(Words("column.done-on"), r => Day(r.Remedy.DoneOn)),
            new(Words("column.result"), r => r.Remedy.Note)),
        About(view, context));

    private static string? Day(DateOnly? day) => day is { } known ? PartyProfile.Day(known) : null;

    private SheetTable About(ReviewDossierView view, CaseContext context) => SheetTable.Of(
        Words("sheet.about"),
        new (string Item, string? Content)[]
        {
            (Words("about.cycle"), view.Cycle.Content.Title),
            (Words("about.made-at"), Moment(context.Now)),
            (Words("about.made-by"), context.Directory.NameOf(context.Actor.PersonId)),
        },
        new(Words("column.item"), r => r.Item),
        new(Words("column.content"), r => r.Content));
}
