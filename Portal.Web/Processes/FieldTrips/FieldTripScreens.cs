using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.FieldTrips;
using Portal.Domain.Forms;
using Portal.Domain.Organisation;
using Portal.Web.Operations;
using Portal.Web.Operations.Calendar;
using Portal.Web.Operations.Cases;
using Portal.Web.Operations.Forms;
using Portal.Web.Operations.Tasks;
using Portal.Web.Persistence;
using Portal.Web.Shared.TaskForms;
using Portal.Web.Texts;
using Portal.Workflows.Processes.FieldTrips;
using Portal.Workflows.Runtime;

namespace Portal.Web.Processes.FieldTrips;

/// <summary>P1: trips on the pages of cases, with the meetings that they are tied to (E-T11).</summary>
public sealed class FieldTripScreens(
    PortalOperations operations, Schedule schedule, TripPlans plans, TripSuggestions suggestions, ProcessCatalogue processes)
    : ProcessScreens
{
    private static readonly string[] ReportSteps = ["result", "resultReview", "headReview"];

    public override IReadOnlyList<string> ProcessKeys => [FieldTripProcess.ProcessKey];

    public override bool AreAreasFixed(Case subject) =>
        subject.Areas.Count > 0 && subject.Status is not (nameof(FieldTripStatus.Draft) or nameof(FieldTripStatus.ReturnedForChange));

    /// <summary>The item of a plan that the trip is made of, or an earlier trip that it is like.</summary>
    public override async Task<StartSource> SourceAsync(Actor actor, Guid id, CaseView? earlier)
    {
        if (await plans.FindOpenItemAsync(actor, id) is { } item)
        {
            return new StartSource(TripPrefill.NoticeOf(item));
        }

        return earlier?.Sent<TripNoticeInput>(TripForms.Notice.Key) is { } notice
            ? new StartSource(TripPrefill.LikeEarlier(notice, await operations.ContextAsync(actor)))
            : new StartSource(null, ScreenPart.Of<NoSuchPlanItem>());
    }

    public override bool CanBeCopied => true;

    public override IEnumerable<ScreenPart> BesideStart => [ScreenPart.Of<OverdueReports>()];

    public override Task<IReadOnlyList<Option>> CasesToPickAsync(string formKey, Actor actor, Guid? caseId) =>
        formKey == TripForms.Notice.Key
            ? schedule.OwnAboutNowAsync(actor, EngagementKind.Meeting)
            : base.CasesToPickAsync(formKey, actor, caseId);

    public override Task<IReadOnlyList<FormSuggestion>> SuggestAsync(string formKey, Actor actor, CaseView? view) => formKey switch
    {
        _ when formKey == TripForms.Notice.Key => suggestions.NoticesAsync(actor),
        _ when formKey == TripForms.PriorContact.Key && view is not null =>
            suggestions.ContactsAsync(actor, [.. view.Case.Areas.Select(a => a.AreaId)]),
        _ when formKey == TripForms.Cancel.Key && view is not null =>
            suggestions.InformedAsync(actor, [.. view.Case.Areas.Select(a => a.AreaId)]),
        _ => base.SuggestAsync(formKey, actor, view),
    };

    /// <summary>R-ORG-06: a trip planned for a day on which an area of it is no longer there.</summary>
    public override IEnumerable<string> Warnings(
        string formKey, JsonObject form, CaseView? view, CaseContext context, Localizer texts)
    {
        if (formKey == TripForms.Notice.Key)
        {
            return EndedAreas.Warnings(EndedAreas.Named(form), EndedAreas.DaysOf(form), context.Directory, texts);
        }

        return formKey == TripForms.Change.Key && view?.Subject is FieldTrip trip
            ? EndedAreas.Warnings(trip.AreaIds, EndedAreas.DaysOf(form), context.Directory, texts)
            : [];
    }

    /// <summary>F6: an item is picked, not numbered by hand.</summary>
    public override FormChoices Choices(FormChoices general, CaseView view, CaseContext context, string? item) => general with
    {
        Items = new Dictionary<string, IReadOnlyList<FormItem>>
        {
            ["itemDirections"] =
                FormItem.OfReport((view.Subject as FieldTrip)?.Result?.Items, view.ReadsRestricted, context.Directory),
        },
    };

    public override Task<Func<JsonObject, IEnumerable<FieldError>>> DemandsAsync(
        string formKey, Actor actor, CaseView? view, string? item, CaseContext context)
    {
        var trip = view?.Subject as FieldTrip;
        IEnumerable<FieldError> Of(JsonObject form) => formKey switch
        {
            _ when formKey == TripForms.Notice.Key && FormInput.Draft<TripNoticeInput>(form, TripForms.Notice) is { } notice =>
                FieldTrip.AskedOf(notice with { PlanItemId = trip is null ? notice.PlanItemId : trip.Notice.PlanItemId }, trip, context),
            _ when formKey == TripForms.Result.Key && trip is not null => trip.AskedOfResult(GatedInput.IsStub(form), context),
            _ => [],
        };
        return Task.FromResult<Func<JsonObject, IEnumerable<FieldError>>>(Of);
    }

    public override IEnumerable<string> Flags(ICaseSubject subject)
    {
        var trip = (FieldTrip)subject;
        (string Name, bool On)[] flags =
        [
            ("adHoc", trip.IsAdHoc), ("lateNotice", trip.IsLateNotice), ("lateResult", trip.IsLateResult), ("changed", trip.IsChanged),
            (
                "departedWithoutAcknowledgement",
                trip.DepartedWithoutAcknowledgement), ("oralDisputed", trip.Oral == OralReportState.Disputed),
        ];
        return flags.Where(f => f.On).Select(f => f.Name);
    }

    /// <summary>What was noted in the meetings that the trip is tied to: entered once, there, and quoted here.</summary>
    public override async Task<IReadOnlyList<LinkedCase>> LinksAsync(
        PortalDbContext db, ICaseSubject subject, AccessScope scope, CancellationToken cancellation)
    {
        if (((FieldTrip)subject).Notice.MeetingIds is not { Length: > 0 } ids)
        {
            return [];
        }

        var cases = await db.Cases.Where(CaseAccess.Content(scope))
            .Where(c => ids.Contains(c.Id))
            .Include(c => c.Areas)
            .Include(c => c.People)
            .AsSplitQuery()
            .ToListAsync(cancellation);
        var readable = cases.ToDictionary(c => c.Id);
        var quoted = processes.All.Select(p => p.QuotedForm).OfType<string>().ToList();
        var notes = (await db.Submissions
                .Where(s => readable.Keys.Contains(s.CaseId)
                    && quoted.Contains(s.FormKey)
                    && s.Action == "Submit"
                    && s.Sensitivity == Sensitivity.Normal)
                .OrderBy(s => s.At).ToListAsync(cancellation))
            .GroupBy(s => (s.CaseId, s.Item)).Select(g => g.Last()).ToLookup(s => s.CaseId);
        return [.. cases.Select(c => new LinkedCase(c.Id, c.Number, c.Title)
        {
            IsQuoted = true,
            Quotes = [.. notes[c.Id].Select(n => (n.PersonId, n.FormKey, ReadableForm.Of(n, scope, c)))],
        })];
    }

    public override IEnumerable<ScreenPart> AboveStep(CaseView view, CaseContext context) =>
        ((FieldTrip?)view.Subject)?.Changes is { Count: > 0 } changes
            ? [ScreenPart.Of<ChangedPlan>((nameof(ChangedPlan.Changes), changes), (nameof(ChangedPlan.Context), context))]
            : [];

    public override bool IsToldOtherwise(SubmissionView sent) =>
        sent.FormKey == TripForms.Change.Key && sent.Form is { } form && !GatedInput.IsStub(form);

    public override JsonObject? AsItStands(CaseView view, SubmissionView sent) =>
        sent.FormKey == TripForms.Notice.Key && view.Subject is FieldTrip { Changes.Count: > 0 } trip
            ? FormInput.ToJson(trip.Notice with { Secrecy = null })
            : null;

    public override IEnumerable<ScreenPart> BesideStep(CaseView view, TaskView task, string? chosen, CaseContext context) =>
    [
        .. Besides(task.Task.StepId) is { Count: > 0 } keys ? [Sent(view, keys, context)] : Array.Empty<ScreenPart>(),
        .. ReportSteps.Contains(task.Task.StepId) ? [Quotes(view, context)] : Array.Empty<ScreenPart>(),
    ];

    public override IEnumerable<ScreenPart> OfCase(CaseView view, CaseContext context) =>
        [.. AboveStep(view, context), Quotes(view, context)];

    public override IEnumerable<HistoryLine> History(CaseView view, CaseContext context, Localizer texts) =>
        ((FieldTrip)view.Subject!).Changes.Select(c => new HistoryLine(
            c.At,
            texts["History.Changed", context.Directory.NameOf(c.ById), texts.First(
                c.What, $"field.{TripForms.Notice.Key}.{c.What}", $"field.{c.What}"), c.Old, c.New],
            c.Reason));

    // What whoever works on a step has written, or is told, before: the contact and the notice beside the decision, one's notes beside the
    // report.
    private static IReadOnlyList<string> Besides(string step) => step switch
    {
        "review" or "headNotice" => [TripForms.PriorContact.Key],
        "departure" => [TripForms.PriorContact.Key, CaseForms.Opinion.Key],
        "result" or "resultReview" or "headReview" => [TripForms.Note.Key, TripForms.Notes.Key, TripForms.ResultPart.Key],
        _ => [],
    };

    private static ScreenPart Sent(CaseView view, IReadOnlyList<string> keys, CaseContext context) => ScreenPart.Of<SentForms>(
        (nameof(SentForms.View), view), (nameof(SentForms.Keys), keys), (nameof(SentForms.Context), context));

    private static ScreenPart Quotes(CaseView view, CaseContext context) =>
        ScreenPart.Of<QuotedMeetings>((nameof(QuotedMeetings.Meetings), view.Quoted), (nameof(QuotedMeetings.Context), context));
}
