using System.Globalization;
using Portal.Domain.Cases;
using Portal.Domain.Meetings;
using Portal.Web.Operations.Cases;
using Portal.Web.Operations.Tasks;
using Portal.Web.Texts;
using Portal.Workflows.Processes.Meetings;

namespace Portal.Web.Processes.Meetings;

/// <summary>P2: meetings on the pages of cases, with a line for each attendee.</summary>
public sealed class MeetingScreens : ProcessScreens
{
    private static readonly string[] NomineeForms = [MeetingForms.Nomination.Key, MeetingForms.Consent.Key];

    public override IReadOnlyList<string> ProcessKeys => [MeetingProcess.ProcessKey];

    public override bool AreAreasFixed(Case subject) => subject.Areas.Count > 0 && subject.Status != nameof(AttendanceStatus.Registered);

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

    public override IEnumerable<ScreenPart> BesideStep(CaseView view, TaskView task, string? chosen, CaseContext context) =>
        view.Subject is MeetingAttendance meeting && NomineeForms.Contains(task.Spec.Form)
            ? [ScreenPart.Of<Candidates>((nameof(Candidates.Meeting), meeting), (nameof(Candidates.Context), context))]
            : [];

    public override IEnumerable<ScreenPart> OfCase(CaseView view, CaseContext context) => view.Subject is MeetingAttendance meeting
        ? [ScreenPart.Of<MeetingLines>((nameof(MeetingLines.Meeting), meeting), (nameof(MeetingLines.Context), context))]
        : [];

    public override IEnumerable<HistoryLine> History(CaseView view, CaseContext context, Localizer texts) =>
        ((MeetingAttendance)view.Subject!).Changes.Select(c => new HistoryLine(
            c.At,
            texts[c.ConsentKept ? "History.MovedKept" : "History.MovedAsked", context.Directory.NameOf(c.ById), c.OldStart, c.NewStart],
            c.Reason));
}
