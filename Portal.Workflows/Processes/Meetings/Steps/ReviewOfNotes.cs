using Portal.Domain.Cases;
using Portal.Domain.Meetings;
using Portal.Workflows.Runtime;

namespace Portal.Workflows.Processes.Meetings.Steps;

/// <summary>Step 9: what the lead and the leader in charge say to an attendee's notes.</summary>
internal abstract class ReviewOfNotes(OpinionDemand demand, string outcome) : Step<MeetingAttendance, ResultReviewInput>(
    CaseForms.Review, new ResultReviewValidator(demand), outcome)
{
    protected override StepEffect CameOfIt(ResultReviewInput input, StepContext<MeetingAttendance> at) =>
        Decided(input.Opinion, "attendee", "groupLead");
}
