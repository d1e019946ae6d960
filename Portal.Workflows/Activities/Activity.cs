using System.Text.Json.Nodes;
using Portal.Workflows.Engine;
using Portal.Workflows.Engine.Waits;
using Portal.Workflows.Expressions;

namespace Portal.Workflows.Activities;

/// <summary>What an activity sees when it runs: its inputs, variables and facts. It cannot touch tokens or stores.</summary>
public interface IActivityContext
{
    CompiledActivity Activity { get; }

    DateTime Now { get; }

    IExpressionScope Scope { get; }

    /// <summary>The evaluated input; null when it is not set.</summary>
    /// <exception cref="ExpressionException">The expression fails.</exception>
    JsonNode? Input(string name);

    string? InputText(string name);

    void Add(Effect effect);

    void SetVariable(string id, JsonNode? value);

    void SetOutput(string name, JsonNode? value);

    /// <summary>An output of the workflow itself.</summary>
    void SetWorkflowOutput(string name, JsonNode? value);

    /// <summary>What the case that dispatched this one handed over.</summary>
    JsonObject? WorkflowInput { get; }

    void SetInstanceName(string name);

    void Correlate(string id);
}

/// <summary>How an activity answers.</summary>
public abstract record ActivityResult
{
    public static ActivityResult Done { get; } = new Completed("Done");

    public static ActivityResult With(string outcome) => new Completed(outcome);
}

public sealed record Completed(params string[] Outcomes) : ActivityResult;

/// <param name="For">What it waits for; the runner says which activity of which scope.</param>
/// <param name="Effect">Makes the effect that asks for it, from the number of the wait; null where nothing has to be asked.</param>
public sealed record Wait(WaitState For, Func<int, Effect>? Effect = null) : ActivityResult;

/// <summary>Ends its flowchart, dropping what is left in it.</summary>
public sealed record EndsFlowchart(params string[] Outcomes) : ActivityResult;

/// <summary>Ends the whole instance.</summary>
public sealed record EndsInstance : ActivityResult;

/// <summary>Runs the nested flowchart.</summary>
public sealed record EntersFlowchart : ActivityResult;

/// <summary>Runs the body once for each item, all at the same time.</summary>
public sealed record EntersEach(IReadOnlyList<JsonNode?> Items) : ActivityResult;

public sealed record Faults(string Kind, string Message) : ActivityResult;

/// <summary>One type of activity. Stateless: one instance serves every execution.</summary>
public abstract class ActivityType
{
    /// <summary>Name in definitions, e.g. <c>Elsa.FlowDecision</c>.</summary>
    public abstract string Name { get; }

    public abstract ActivityResult Execute(IActivityContext context);

    /// <summary>Outcomes an execution may have; null when only the run decides.</summary>
    public virtual IReadOnlyList<string>? Outcomes(CompiledActivity activity) => ["Done"];

    /// <summary>True when it lets the burst come to rest.</summary>
    public virtual bool CanWait => false;

    /// <summary>True when nothing after it in its flowchart is reached.</summary>
    public virtual bool IsTerminal => false;

    /// <summary>True when it always leaves through several outcomes at once, so that one connection is enough.</summary>
    public virtual bool AnyOutcomeSuffices => false;

    /// <summary>Names of inputs that hold scripts of its own shape beside the wrapped ones.</summary>
    public virtual IEnumerable<(string Place, Definitions.InputValue Expression)> InnerExpressions(Definitions.ActivityNode node) => [];
}
