using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Forms;
using Portal.Domain.Meetings;
using Portal.Domain.Organisation;
using Portal.Web.Operations;
using Portal.Web.Operations.Cases;
using Portal.Web.Operations.Forms;
using Portal.Web.Operations.Tasks;
using Portal.Web.Persistence;
using Portal.Web.Shared.TaskForms;
using Portal.Web.Texts;
using Portal.Workflows.Processes.Meetings;

namespace Portal.Web.Processes.Meetings;

/// <summary>P2: meetings on the pages of cases, with a line for each attendee.</summary>
public sealed class MeetingScreens(PortalOperations operations, MeetingSuggestions suggestions) : ProcessScreens
{
    private static readonly string[] NomineeForms = [MeetingForms.Nomination.Key, MeetingForms.Consent.Key];

    public override IReadOnlyList<string> ProcessKeys => [MeetingProcess.ProcessKey];

    public override bool AreAreasFixed(Case subject) => subject.Areas.Count > 0 && subject.Status != nameof(AttendanceStatus.Registered);

    public override bool CanBeCopied => true;

    /// <summary>E-M10: of a meeting of several groups there is one invitation, whoever registers it.</summary>
    public override bool ConcernsOtherGroups => true;

    /// <summary>An earlier invitation that this one is like.</summary>
    public override async Task<StartSource> SourceAsync(Actor actor, Guid id, CaseView? earlier) =>
        earlier?.Sent<InvitationInput>(MeetingForms.Invitation.Key) is { } invitation
            ? new StartSource(MeetingPrefill.LikeEarlier(invitation, await operations.ContextAsync(actor)))
            : new StartSource(null, ScreenPart.Of<NoSuchSource>());

    public override Task<IReadOnlyList<FormSuggestion>> SuggestAsync(string formKey, Actor actor, CaseView? view) =>
        formKey == MeetingForms.Invitation.Key ? suggestions.InvitationsAsync(actor) : base.SuggestAsync(formKey, actor, view);

    /// <summary>Who nominates oneself says so.</summary>
    public override string? MainWords(string formKey, JsonObject known, CaseContext context) =>
        formKey == MeetingForms.Nomination.Key && (string?)known["option"] == nameof(NominationOption.LeadAttends)
            && (string?)known["nomineeId"] == context.Actor.PersonId
                ? "Meeting.IAttend"
                : null;

    /// <summary>F6: an item of this attendee's notes is picked, not numbered by hand.</summary>
    public override FormChoices Choices(FormChoices general, CaseView view, CaseContext context, string? item) => general with
    {
        Items = new Dictionary<string, IReadOnlyList<FormItem>>
        {
            ["itemDirections"] = FormItem.OfReport(
                LineOf(view.Subject as MeetingAttendance, item)?.Notes?.Items, view.ReadsRestricted, context.Directory),
        },
    };

    private static AttendanceLine? LineOf(MeetingAttendance? meeting, string? item) =>
        int.TryParse(item, CultureInfo.InvariantCulture, out var number) ? meeting?.Line(number) : null;

    public override async Task<Func<JsonObject, IEnumerable<FieldError>>> DemandsAsync(
        string formKey, Actor actor, CaseView? view, string? item, CaseContext context)
    {
        var meeting = view?.Subject as MeetingAttendance;
        if (formKey == MeetingForms.Invitation.Key)
        {
            var others = await suggestions.OthersAsync(meeting?.CaseId);
            return form => FormInput.Draft<InvitationInput>(form, MeetingForms.Invitation) is { } invitation
                ? MeetingAttendance.AskedOf(invitation, others, context)
                : [];
        }

        var line = LineOf(meeting, item);
        return form => formKey switch
        {
            _ when GatedInput.IsStub(form) || meeting is null => [],
            _ when formKey == MeetingForms.Nomination.Key =>
                meeting.AskedOf(FormInput.Draft<NominationInput>(form, MeetingForms.Nomination) ?? new(), context),
            _ when formKey == MeetingForms.Arrival.Key => AttendanceLine.AskedOf(
                FormInput.Draft<ArrivalInput>(form, MeetingForms.Arrival) ?? new(), meeting.StartsAt, context),
            _ when formKey == MeetingForms.Notes.Key && line is not null =>
                line.AskedOf(FormInput.Draft<AttendanceNotesInput>(form, MeetingForms.Notes) ?? new(), meeting.StartsAt, context),
            _ => [],
        };
    }

    public override IEnumerable<string> Flags(ICaseSubject subject)
    {
        var meeting = (MeetingAttendance)subject;
        (string Name, bool On)[] flags =
        [
            ("withoutInvitation", meeting.WithoutInvitation), ("moved", meeting.IsMoved),
            ("oralConsent", meeting.Oral is OralConsentState.Recorded or OralConsentState.Confirmed),
            ("oralConsentDisputed", meeting.Oral == OralConsentState.Disputed),
            ("lateArrival", meeting.Lines.Any(l => l.IsLate)), ("lateNotes", meeting.Lines.Any(l => l.IsLateNotes)),
        ];
        return flags.Where(f => f.On).Select(f => f.Name);
    }

    public override IReadOnlyDictionary<string, string> Items(ICaseSubject subject, CaseContext context) =>
        ((MeetingAttendance)subject).Lines.ToDictionary(
            l => l.Number.ToString(CultureInfo.InvariantCulture), l => context.Directory.NameOf(l.PersonId));

    /// <summary>The meeting that this invitation was merged into, or those that were merged into this one.</summary>
    public override async Task<IReadOnlyList<LinkedCase>> LinksAsync(
        PortalDbContext db, ICaseSubject subject, AccessScope scope, CancellationToken cancellation)
    {
        var (id, into) = (((MeetingAttendance)subject).CaseId, ((MeetingAttendance)subject).MergedIntoId);
        return await db.Cases.Where(CaseAccess.Title(scope))
            .Where(c => c.Id == into || db.Set<MeetingAttendance>().Any(m => m.MergedIntoId == id && m.CaseId == c.Id))
            .Select(c => new LinkedCase(c.Id, c.Number, c.Title))
            .ToListAsync(cancellation);
    }

    public override IEnumerable<ScreenPart> BesideStep(CaseView view, TaskView task, string? chosen, CaseContext context)
    {
        if (view.Subject is not MeetingAttendance meeting)
        {
            return [];
        }

        return [.. Invitation(view, task, context), .. Beside(view, task, meeting, context)];
    }

    // What is decided on is in sight: open for who decides, folded for who prepares and goes.
    private static IEnumerable<ScreenPart> Invitation(CaseView view, TaskView task, CaseContext context)
    {
        var form = view.Submissions.LastOrDefault(s => s.FormKey == MeetingForms.Invitation.Key)?.Form;
        return form is null || task.Spec.Form == MeetingForms.Invitation.Key
            ? []
            : [ScreenPart.Of<InvitationBrief>(
                (nameof(InvitationBrief.Form), form),
                (nameof(InvitationBrief.Names), FormNames.Of(context, view.Files, view.CaseNames)),
                (nameof(InvitationBrief.IsOpen), NomineeForms.Contains(task.Spec.Form)))];
    }

    private static IEnumerable<ScreenPart> Beside(CaseView view, TaskView task, MeetingAttendance meeting, CaseContext context)
    {
        if (NomineeForms.Contains(task.Spec.Form))
        {
            return [ScreenPart.Of<Candidates>((nameof(Candidates.Meeting), meeting), (nameof(Candidates.Context), context))];
        }

        if (task.Spec.Form == MeetingForms.Reply.Key && MeetingPapers.HasReply(meeting))
        {
            return [ScreenPart.Of<ReplyPaper>((nameof(ReplyPaper.Number), view.Case.Number))];
        }

        return task.Spec.Form == MeetingForms.Preparation.Key
            ? [ScreenPart.Of<Briefing>(
                (nameof(Briefing.Meeting), meeting), (nameof(Briefing.View), view), (nameof(Briefing.Context), context))]
            : [];
    }

    public override IEnumerable<ScreenPart> OfCase(CaseView view, CaseContext context)
    {
        if (view.Subject is not MeetingAttendance meeting)
        {
            yield break;
        }

        if (view.Links.Count > 0)
        {
            yield return ScreenPart.Of<MergedInvitations>(
                (nameof(MergedInvitations.Links), view.Links), (nameof(MergedInvitations.IsMerged), meeting.MergedIntoId is not null));
        }

        yield return ScreenPart.Of<MeetingLines>((nameof(MeetingLines.Meeting), meeting), (nameof(MeetingLines.Context), context));
    }

    public override IEnumerable<HistoryLine> History(CaseView view, CaseContext context, Localizer texts) =>
        ((MeetingAttendance)view.Subject!).Changes.Select(c => new HistoryLine(
            c.At,
            texts[c.ConsentKept ? "History.MovedKept" : "History.MovedAsked", context.Directory.NameOf(c.ById), c.OldStart, c.NewStart],
            c.Reason));
}
