using Portal.Domain.Common;
using Portal.Domain.Reviews;
using Portal.Workflows.Runtime;

namespace Portal.Workflows.Processes.Reviews.Steps;

/// <summary>R-REV-05: only the head; the reason is printed in the dossier.</summary>
internal sealed class OverrideQuota() : Step<ReviewCycle, QuotaOverrideInput>(ReviewForms.QuotaOverride, new QuotaOverrideValidator())
{
    protected override Result Do(QuotaOverrideInput input, StepContext<ReviewCycle> at) => at.Subject.Override(input, at.Context);

    protected override StepEffect CameOfIt(QuotaOverrideInput input, StepContext<ReviewCycle> at) =>
        Decided(input.Reason, "role:ReviewCoordinator");
}
