using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Forms;
using Portal.Domain.Meetings;
using Portal.Workflows.Runtime;

namespace Portal.Workflows.Processes.Meetings.Steps;

/// <summary>Step 7: an attendee's notes of the meeting (Đ7.A.5, Đ7.B.3).</summary>
internal sealed class SubmitNotes() : Step<MeetingAttendance, AttendanceNotesInput>(
    MeetingForms.Notes, new AttendanceNotesValidator(), "Submit")
{
    protected override Result Do(AttendanceNotesInput input, StepContext<MeetingAttendance> at) =>
        at.Subject.SubmitNotes(
            MeetingProcess.Line(at.Turn), input.WithShare() with { Items = ReportItemInput.OpenFirst(input.Items) }, at.Context);

    // E-M12: what judges people is kept apart; R-RPT-04 [Q]: what is flagged goes to the head at once.
    protected override StepEffect CameOfIt(AttendanceNotesInput input, StepContext<MeetingAttendance> at) => new()
    {
        Files = input.Files ?? [],
        Tell = Flagged.By(input.Issues, input.Items),
        KeepsApart = true,
        Kept = FormInput.ToJson(
            input.WithShare() with { Remarks = null, Issues = null, Items = ReportItemInput.Split(input.Items).Open }),
        Apart = input.KeepsApart() ? (MeetingForms.Remarks.Key, FormInput.ToJson(Apart(input))) : null,
    };

    private static AttendanceRemarks Apart(AttendanceNotesInput input) => new()
    {
        Remarks = input.Remarks,
        Items = ReportItemInput.Split(input.Items).Restricted,
        Issues = input.Issues is { Length: > 0 } issues ? issues : null,
    };
}
