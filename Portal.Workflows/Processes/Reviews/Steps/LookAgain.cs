using Portal.Domain.Common;
using Portal.Domain.Reviews;
using Portal.Workflows.Runtime;

namespace Portal.Workflows.Processes.Reviews.Steps;

/// <summary>Step 8, <i>Đề nghị xem lại</i>: one area goes back to its leader before the dossier is made.</summary>
internal sealed class LookAgain() : Step<ReviewCycle, ReviewAgainInput>(ReviewForms.Again, new ReviewAgainValidator())
{
    protected override Result Do(ReviewAgainInput input, StepContext<ReviewCycle> at) =>
        at.Subject.LookAgain(input, ReviewCycleProcess.Proposals(at.Turn), at.Context);

    protected override StepEffect CameOfIt(ReviewAgainInput input, StepContext<ReviewCycle> at) => Decided(input.Reason) with
    {
        IsOnRequest = false,
        Signals = [(ReviewCycleProcess.Proposals(at.Turn).First(p => p.AreaId == input.AreaId).CaseId, "ReviewAgain")],
    };
}
