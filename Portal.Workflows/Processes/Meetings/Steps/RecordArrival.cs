using Portal.Domain.Common;
using Portal.Domain.Meetings;

namespace Portal.Workflows.Processes.Meetings.Steps;

/// <summary>Step 6: an attendee was there, and since when (Đ7.A.5).</summary>
internal sealed class RecordArrival() : Step<MeetingAttendance, ArrivalInput>(MeetingForms.Arrival, new ArrivalValidator())
{
    protected override Result Do(ArrivalInput input, StepContext<MeetingAttendance> at) =>
        at.Subject.Arrive(MeetingProcess.Line(at.Turn), input, at.Context);
}
