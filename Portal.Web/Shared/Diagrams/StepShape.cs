using Portal.Workflows.Authoring;
using Portal.Workflows.Engine;

namespace Portal.Web.Shared.Diagrams;

/// <summary>Outline and sign by which a step's kind is known in a drawing.</summary>
public enum StepShape
{
    /// <summary>People do it.</summary>
    Person,

    /// <summary>A condition or a choice of ways.</summary>
    Condition,

    /// <summary>Several ways at once, or the place that waits for them.</summary>
    Parallel,

    /// <summary>Waits for a moment or for something that happens.</summary>
    Wait,

    /// <summary>What the regulation demands before it goes on.</summary>
    Guard,

    /// <summary>Tells people.</summary>
    Notice,

    /// <summary>Where the process begins.</summary>
    Start,

    /// <summary>Where a way ends.</summary>
    End,

    /// <summary>Steps of its own inside, or another process.</summary>
    Process,

    /// <summary>Anything else that the portal does by itself.</summary>
    Other,
}

/// <summary>Which shape a step has.</summary>
public static class StepShapes
{
    /// <summary>The shape of a step, by its type.</summary>
    public static StepShape Of(CompiledActivity activity) => activity.Node.Type switch
    {
        _ when activity.FixedSpec is not null || activity.Node.Type.EndsWith("UserTask", StringComparison.Ordinal) => StepShape.Person,
        AutomaticSettings.Decision or AutomaticSettings.Switch => StepShape.Condition,
        AutomaticSettings.Fork or AutomaticSettings.Join => StepShape.Parallel,
        AutomaticSettings.Delay or AutomaticSettings.StartAt or AutomaticSettings.Schedule or "Elsa.Timer" or "Elsa.Event" => StepShape.Wait,
        "Portal.Guard" => StepShape.Guard,
        AutomaticSettings.Notify => StepShape.Notice,
        "Elsa.Start" => StepShape.Start,
        "Elsa.Finish" or "Elsa.End" or "Elsa.Complete" or "Elsa.Fault" => StepShape.End,
        var type when activity.Chart is not null || AutomaticSettings.Dispatching.Contains(type) => StepShape.Process,
        _ => StepShape.Other,
    };
}
