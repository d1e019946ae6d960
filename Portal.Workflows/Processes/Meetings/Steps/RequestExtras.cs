using Portal.Domain.Common;
using Portal.Domain.Meetings;

namespace Portal.Workflows.Processes.Meetings.Steps;

/// <summary>R-ATT-11, Đ7.B.3: adding people after consent needs a new consent.</summary>
internal sealed class RequestExtras() : Step<MeetingAttendance, ExtraRequestInput>(MeetingForms.ExtraRequest, new ExtraRequestValidator())
{
    protected override Result Do(ExtraRequestInput input, StepContext<MeetingAttendance> at) => at.Subject.RequestExtra(input, at.Context);
}
