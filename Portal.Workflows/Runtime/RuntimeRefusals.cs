using Portal.Domain.Common;

namespace Portal.Workflows.Runtime;

/// <summary>What the running of a definition refuses, whatever the process.</summary>
internal static class RuntimeRefusals
{
    /// <summary>Nothing is done to a moment that has passed.</summary>
    public static Refusal Backwards { get; } = new("DryRun.Backwards");

    /// <summary>The step takes no such outcome, or not with this form.</summary>
    public static Refusal UnknownAction(string action) => new("Task.UnknownAction", null, action);

    /// <summary>A colleague has taken the step and works on it.</summary>
    public static Refusal HeldBy(string name) => Refusal.NotNow("Task.HeldBy", null, name);

    /// <summary>X-08: who asked for it, or had it asked for, does not decide on it.</summary>
    public static Refusal OwnRequest { get; } = Refusal.NotAllowed("Task.OwnRequest");

    /// <summary>Nobody else could do the step: there is no need to take it.</summary>
    public static Refusal NobodyElse { get; } = Refusal.NotNow("Task.NobodyElse");

    /// <summary>What was answered then is not open in this version.</summary>
    public static Refusal NotOpen(string openSteps) => new("Replay.NotOpen", null, openSteps);

    /// <summary>What a scenario answers is not open in this version.</summary>
    public static Refusal StepNotOpen { get; } = new("Scenario.NotOpen");

    public static Refusal NotPublished(string process) => Refusal.NotNow("Process.NotPublished", null, process);

    public static Refusal NoFirstStep(string process) => new("Process.NoFirstStep", null, process);

    /// <summary>An item that no case can be opened for.</summary>
    public static Refusal NoSuchItem(string? item) => new("Process.NoSuchItem", null, item);

    /// <summary>Cases that open cases that open cases.</summary>
    public static Refusal TooDeep(string process) => new("Process.TooDeep", null, process);

    /// <summary>A definition that goes round and round without a wait.</summary>
    public static Refusal Endless(string process) => new("Process.Endless", null, process);
}
