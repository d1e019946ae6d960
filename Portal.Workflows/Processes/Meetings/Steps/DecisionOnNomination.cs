using Portal.Domain.Meetings;
using Portal.Workflows.Runtime;

namespace Portal.Workflows.Processes.Meetings.Steps;

/// <summary>Step 3: what a leader decides on who is to go (Đ5.2).</summary>
internal abstract class DecisionOnNomination(ConsentNeeds needs, string outcome) : Step<MeetingAttendance, ConsentInput>(
    MeetingForms.Consent, new ConsentValidator(needs), outcome)
{
    protected override StepEffect CameOfIt(ConsentInput input, StepContext<MeetingAttendance> at)
    {
        var said = new[] { input.Requirements, input.Opinion }.Where(t => !string.IsNullOrWhiteSpace(t));
        return Decided(string.Join("\n", said), "groupLead", "attendees", "initiator", "role:RecordsClerk");
    }
}
