using System.Text.Json.Nodes;
using Portal.Workflows.Definitions;

namespace Portal.Workflows.Activities;

internal sealed class SetVariable : ActivityType
{
    public override string Name => "Elsa.SetVariable";

    public override ActivityResult Execute(IActivityContext context)
    {
        var id = context.Activity.Node.Json["variable"] is JsonObject variable ? Node.Text(variable, "id") : null;
        if (id is null || !context.Scope.Definition.Definition.Variables.Any(v => v.Id == id))
        {
            return new Faults("Fault", $"Unknown variable '{id}'.");
        }

        context.SetVariable(id, context.Input("value"));
        return ActivityResult.Done;
    }
}
