using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Meetings;
using Portal.Workflows.Runtime;

namespace Portal.Workflows.Processes.Meetings.Steps;

/// <summary>E-M4: a leader consented orally; the lead writes down who, when and how.</summary>
internal sealed class RecordOralConsent() : Step<MeetingAttendance, OralReportForm>(MeetingForms.OralConsent, new OralReportFormValidator())
{
    protected override Result Do(OralReportForm input, StepContext<MeetingAttendance> at) =>
        at.Subject.RecordOralConsent(input, at.Context);

    protected override StepEffect CameOfIt(OralReportForm input, StepContext<MeetingAttendance> at) =>
        Tell(NotificationKind.Changed, "attendees", "role:RecordsClerk");
}
