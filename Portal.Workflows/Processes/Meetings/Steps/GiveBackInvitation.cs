using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Meetings;

namespace Portal.Workflows.Processes.Meetings.Steps;

/// <summary>"Trả văn thư": the lead gives the invitation back; wrong area, or something missing.</summary>
internal sealed class GiveBackInvitation() : Step<MeetingAttendance, ReasonInput>(CaseForms.ReasonOnly, new ReasonValidator(), "GiveBack")
{
    protected override Result Do(ReasonInput input, StepContext<MeetingAttendance> at) => at.Subject.GiveBack(at.Context);
}
