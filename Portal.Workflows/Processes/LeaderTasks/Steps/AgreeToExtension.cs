using Portal.Domain.Common;
using Portal.Domain.LeaderTasks;
using Portal.Workflows.Runtime;

namespace Portal.Workflows.Processes.LeaderTasks.Steps;

/// <summary>The leader agrees to a later day: the one asked for, or another.</summary>
internal sealed class AgreeToExtension() : Step<LeaderTask, ExtensionAgreementInput>(
    LeaderTaskForms.ExtensionAgreement, new ExtensionAgreementValidator())
{
    protected override Result Do(ExtensionAgreementInput input, StepContext<LeaderTask> at) =>
        at.Subject.AgreeToExtension(input, at.Context);

    protected override StepEffect CameOfIt(ExtensionAgreementInput input, StepContext<LeaderTask> at) =>
        Decided(input.Opinion, LeaderTaskProcess.Everybody);
}
