using Portal.Workflows.Authoring;
using Portal.Workflows.Engine;

namespace Portal.Web.Shared.Diagrams;

/// <summary>Which shape a step has.</summary>
public static class StepShapes
{
    /// <summary>The shape of a step, by its type.</summary>
    public static StepShape Of(CompiledActivity activity) => activity.Node.Type switch
    {
        _ when activity.FixedSpec is not null || activity.Node.Type.EndsWith("UserTask", StringComparison.Ordinal) => StepShape.Person,
        AutomaticSettings.Decision or AutomaticSettings.Switch => StepShape.Condition,
        AutomaticSettings.Fork or AutomaticSettings.Join => StepShape.Parallel,
        AutomaticSettings.Delay or AutomaticSettings.StartAt or AutomaticSettings.Schedule or "Elsa.Timer" or "Elsa.Event" =>
            StepShape.Wait,
        "Portal.Guard" => StepShape.Guard,
        AutomaticSettings.Notify => StepShape.Notice,
        "Elsa.Start" => StepShape.Start,
        "Elsa.Finish" or "Elsa.End" or "Elsa.Complete" or "Elsa.Fault" => StepShape.End,
        var type when activity.Chart is not null || AutomaticSettings.Dispatching.Contains(type) => StepShape.Process,
        _ => StepShape.Other,
    };
}
