using System.Text.Json;
using Portal.Workflows.Engine;
using Portal.Workflows.Engine.Waits;
using Portal.Workflows.UserTasks;

namespace Portal.Workflows.Activities;

/// <summary>
/// A human step. <c>Portal.UserTask</c> leaves through the port of the answer; Elsa's own <c>Elsa.UserTask</c> leaves through
/// <c>Done</c> and puts the answer into its <c>result</c>.
/// </summary>
internal sealed class UserTaskActivity(string name) : ActivityType
{
    public const string ElsaName = "Elsa.UserTask";

    public override string Name => name;

    public override bool CanWait => true;

    public override ActivityResult Execute(IActivityContext context)
    {
        try
        {
            var spec = context.Activity.FixedSpec ?? UserTaskSpec.From(context.Input);
            return new Wait(new TaskWait(), id => new OpenTask(id, context.Activity.Id, spec));
        }
        catch (JsonException e)
        {
            return new Faults("Fault", $"The step's settings cannot be read: {e.Message}");
        }
    }

    public override IReadOnlyList<string>? Outcomes(CompiledActivity activity)
    {
        if (activity.FixedSpec is not { } spec)
        {
            return null;
        }

        if (name == ElsaName)
        {
            return spec.EnableTimeoutOutcome ? ["Done", "Timeout"] : ["Done"];
        }

        return [.. spec.Outcomes];
    }
}
