using System.Text.Json.Serialization;

namespace Portal.Workflows.Engine.Waits;

/// <summary>An activity that waits. What it waits for is its type; stored under the name that stands beside the type here.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "k")]
[JsonDerivedType(typeof(TaskWait), "task")]
[JsonDerivedType(typeof(TimerWait), "timer")]
[JsonDerivedType(typeof(EventWait), "event")]
[JsonDerivedType(typeof(ReportWait), "run")]
[JsonDerivedType(typeof(ChildrenWait), "children")]
public abstract record WaitState
{
    [JsonPropertyName("i")]
    public int Id { get; init; }

    [JsonPropertyName("s")]
    public int Scope { get; init; }

    [JsonPropertyName("a")]
    public string Activity { get; init; } = "";
}
