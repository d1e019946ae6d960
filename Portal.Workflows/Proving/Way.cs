using Portal.Workflows.Engine;

namespace Portal.Workflows.Proving;

/// <summary>A state that a case can come to, and how.</summary>
/// <param name="before">The state that it was first reached from; null at the start.</param>
/// <param name="by">What led from there to here.</param>
internal sealed class Way(InstanceState instance, object standing, Way? before, WayStep? by)
{
    public InstanceState Instance => instance;

    public object Standing => standing;

    public Way? Before => before;

    public WayStep? By => by;

    /// <summary>What may happen next, with the state that it leads to.</summary>
    public List<(WayStep Step, Deed? Deed, Way To)> Next { get; } = [];

    /// <summary>What may happen next is known.</summary>
    public bool IsGoneThrough { get; set; }

    /// <summary>Human steps that wait and of which an answer of their own is refused as the matter stands.</summary>
    public List<string> Unanswerable { get; } = [];

    /// <summary>The time for a step may run out, and then nothing that follows is possible.</summary>
    public List<string> Jams { get; } = [];

    public bool IsOver => Instance.Status != InstanceStatus.Running;

    /// <summary>From the start to here.</summary>
    public IReadOnlyList<WayStep> Steps
    {
        get
        {
            var steps = new Stack<WayStep>();
            for (var at = this; at?.By is { } by; at = at.Before)
            {
                steps.Push(by);
            }

            return [.. steps];
        }
    }
}
