using Portal.Workflows.Engine;

namespace Portal.Workflows.Activities;

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
