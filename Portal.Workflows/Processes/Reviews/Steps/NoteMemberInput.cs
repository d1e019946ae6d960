using Portal.Domain.Common;
using Portal.Domain.Reviews;

namespace Portal.Workflows.Processes.Reviews.Steps;

/// <summary>F12, step 3: what a member of the group has to say, or that there is nothing.</summary>
internal sealed class NoteMemberInput(bool hasOpinion, string outcome) : Step<ReviewProposal, MemberInput>(
    ReviewForms.MemberInput, new MemberInputValidator(some: hasOpinion), outcome)
{
    protected override Result Do(MemberInput input, StepContext<ReviewProposal> at) => at.Subject.NoteInput(input, hasOpinion, at.Context);
}
