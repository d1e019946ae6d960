using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Reviews;
using Portal.Workflows.Runtime;

namespace Portal.Workflows.Processes.Reviews.Steps;

/// <summary>Step 8: the dossier of all areas is made (R-REV-02, R-REV-05).</summary>
internal sealed class SubmitDossier() : Step<ReviewCycle, DossierInput>(ReviewForms.Dossier, new DossierValidator(), "SubmitDossier")
{
    protected override Result Do(DossierInput input, StepContext<ReviewCycle> at) =>
        at.Subject.SubmitDossier(input, ReviewCycleProcess.Proposals(at.Turn), at.Context);

    protected override StepEffect CameOfIt(DossierInput input, StepContext<ReviewCycle> at) =>
        Tell(NotificationKind.Changed, "head", "leaders");
}
