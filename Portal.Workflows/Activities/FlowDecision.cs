using Portal.Workflows.Engine;

namespace Portal.Workflows.Activities;

internal sealed class FlowDecision : ActivityType
{
    public override string Name => "Elsa.FlowDecision";

    public override ActivityResult Execute(IActivityContext context) =>
        ActivityResult.With(Truth.Of(context.Input("condition")) ? "True" : "False");

    public override IReadOnlyList<string>? Outcomes(CompiledActivity activity) => ["True", "False"];
}
