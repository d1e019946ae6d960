using System.Text.Json.Nodes;
using Portal.Workflows.UserTasks;

namespace Portal.Workflows.Engine;

/// <summary>What makes an instance go on.</summary>
public abstract record Stimulus;

/// <summary>The beginning; nothing has run yet.</summary>
/// <param name="Input">What a case that dispatches this one hands over, read by <c>getInput</c> where the process has no fact of that name.</param>
public sealed record StartStimulus(JsonObject? Input = null, string? CorrelationId = null) : Stimulus;

/// <summary>A person answers a step.</summary>
/// <param name="WaitId">The wait that is answered.</param>
/// <param name="Outcome">Key of the action.</param>
/// <param name="PersonId">Who answers; counts where several people do.</param>
/// <param name="Expected">How many people are asked, where several are.</param>
/// <param name="Data">Result written to the activity's output, or null.</param>
public sealed record AnswerStimulus(int WaitId, string Outcome, string PersonId = "", int Expected = 1, JsonNode? Data = null) : Stimulus;

/// <summary>The moment that a timer waits for has come, or a step's time has run out.</summary>
public sealed record TimeStimulus(int WaitId) : Stimulus;

/// <summary>An event happened; every wait for its name goes on.</summary>
public sealed record EventStimulus(string Name, JsonNode? Payload = null) : Stimulus;

/// <summary>One of the cases that an activity dispatched and waits for has ended; or, where it does not wait for the end, has come to rest.</summary>
/// <param name="Report"><c>{workflowInstanceId, status, subStatus, output, correlationId}</c>, as Elsa reports a child.</param>
public sealed record ChildEndedStimulus(int WaitId, JsonObject? Report = null) : Stimulus;

/// <summary>An incident's activity is tried again; with the number of a wait below zero, that wait is begun anew.</summary>
public sealed record RetryStimulus(int IncidentId) : Stimulus;

/// <summary>An incident's branch, or that of a wait (its number below zero), goes on at another step of the same flowchart.</summary>
public sealed record JumpStimulus(int IncidentId, string ActivityId) : Stimulus;

/// <summary>The instance is given up.</summary>
public sealed record CancelStimulus : Stimulus;

/// <summary>What the runner asks of the world. Nothing has happened yet.</summary>
public abstract record Effect;

/// <param name="Item">The item of the loop in which the step runs, as text; null outside of loops.</param>
public sealed record OpenTask(int WaitId, string ActivityId, UserTaskSpec Spec, string? Item = null) : Effect;

/// <summary>The step no longer waits: answered, or cancelled by a race, a jump or the end of the instance.</summary>
public sealed record CloseTask(int WaitId, string ActivityId, bool Cancelled) : Effect;

public sealed record OpenTimer(int WaitId, string ActivityId, DateTime At) : Effect;

public sealed record CloseTimer(int WaitId) : Effect;

/// <summary>A rule that must hold here, named as in the specification (<c>R-TRIP-03</c>). Refused, nothing of the burst happens.</summary>
public sealed record DemandGuard(string ActivityId, string Rule, string? Item = null) : Effect;

/// <summary>A verb of the process that the definition calls for, e.g. <c>close</c>.</summary>
public sealed record DemandAct(string ActivityId, string Act, string? Item = null) : Effect;

public sealed record Notify(string ActivityId, IReadOnlyList<string> Who, string Kind, string? Item = null) : Effect;

public sealed record WriteLine(string Text) : Effect;

/// <param name="IsLocal">Only for the instance itself; else also for the cases it dispatched.</param>
public sealed record PublishEvent(string Name, JsonNode? Payload, bool IsLocal) : Effect;

/// <summary>Cases of another process to be opened, one for each item.</summary>
/// <param name="WaitId">The wait that each of them reports to; null when nothing waits for them.</param>
/// <param name="Input">Handed over to each of them.</param>
/// <param name="ItemKey">The name under which each gets its item too; null where the item is the input itself.</param>
/// <param name="AtOnce">It is reported as soon as the case has come to rest, whether it has ended or not.</param>
public sealed record DispatchChildren(
    int? WaitId, string DefinitionId, IReadOnlyList<JsonNode?> Items, JsonObject? Input = null, string? ItemKey = null, string? CorrelationId = null, bool AtOnce = false) : Effect
{
    /// <summary>What one of them is started with.</summary>
    public JsonObject InputFor(JsonNode? item)
    {
        var input = (JsonObject?)Input?.DeepClone() ?? [];
        if (ItemKey is not null)
        {
            input[ItemKey] = item?.DeepClone();
        }

        return input;
    }
}

public sealed record RequestTask(int WaitId, string TaskName, JsonNode? Payload) : Effect;

public sealed record RaiseIncident(IncidentState Incident) : Effect;

/// <summary>The new state and what it asks for.</summary>
/// <param name="State">Never the one passed in.</param>
/// <param name="Effects">In order.</param>
/// <param name="Accepted">False when nothing waited for the stimulus; then the state is unchanged.</param>
/// <param name="Executed">Activity executions in this burst.</param>
public sealed record RunResult(InstanceState State, IReadOnlyList<Effect> Effects, bool Accepted, int Executed);
