using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Portal.Domain.Cases;
using Portal.Workflows.Engine;

namespace Portal.Workflows.Runtime;

/// <summary>
/// One act on a case, as far as it has come: whose act at what time (<see cref="Context"/>), on which case, and what is still to be
/// done. Each handler of an effect takes a turn and returns the next; none changes the one it was given.
/// </summary>
/// <param name="File">The case with its aggregate, its instance and its open steps.</param>
/// <param name="Definition">The version that the case runs on.</param>
public sealed record Turn(CaseFile File, IProcess Process, CompiledDefinition Definition, CaseContext Context)
{
    private IReadOnlyDictionary<string, JsonNode?>? _facts;

    private Turn(Turn original)
    {
        // What was known of the case before an act is not known after it: the facts are asked for anew.
        (File, Process, Definition, Context) = (original.File, original.Process, original.Definition, original.Context);
        (Item, Answer, Answered, Related) = (original.Item, original.Answer, original.Answered, original.Related);
        (Sensitivity, IsOneOfMany) = (original.Sensitivity, original.IsOneOfMany);
        (Pending, ToOpen, Bursts) = (original.Pending, original.ToOpen, original.Bursts);
    }

    public Case Case => File.Case;

    /// <summary>The item of the loop in which the step at hand runs (a line of attendance); null outside of loops.</summary>
    public string? Item { get; init; }

    /// <summary>The answer that is being given, for verbs of the same act; null where time or another case acts.</summary>
    public StepAnswer? Answer { get; init; }

    /// <summary>The step that this act answers; null where it answers none.</summary>
    public AnsweredStep? Answered { get; init; }

    /// <summary>Of what the act says: what is made of it is no looser .</summary>
    public Sensitivity Sensitivity { get; init; }

    /// <summary>See <see cref="Openings.NewCase.IsOneOfMany"/>.</summary>
    public bool IsOneOfMany { get; init; }

    /// <summary>What <see cref="IProcess.PrepareAsync"/> found beside the case: the plan of an item, similar invitations.</summary>
    public IReadOnlyList<object> Related { get; init; } = [];

    /// <summary>What the runner has asked for and nobody has done yet.</summary>
    public ImmutableQueue<Effect> Pending { get; init; } = [];

    /// <summary>Steps that are opened at the end of the act, when title, people and due time speak of the case as the act has left
    /// it.</summary>
    public ImmutableList<OpenTask> ToOpen { get; init; } = [];

    /// <summary>How often the act has set its own case going again.</summary>
    public int Bursts { get; init; }

    /// <summary>What the definition may ask about the case, as it is in this turn.</summary>
    public IReadOnlyDictionary<string, JsonNode?> Facts => _facts ??= Process.Facts(this);

    /// <summary>The same turn within one item of a loop.</summary>
    public Turn At(string? item) => item == Item ? this : this with { Item = item };

    /// <summary>Number of the case in the runner's words.</summary>
    internal string InstanceId => Case.Id.ToString("N");
}
