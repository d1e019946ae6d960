namespace Portal.Workflows.Scenarios;

/// <summary>Where a case of a dry run stands at its end.</summary>
/// <param name="Process">Its process.</param>
/// <param name="Steps">Ids of its open steps, in order of their names.</param>
public sealed record ScenarioStand(string Process, string Status, IReadOnlyList<string> Steps)
{
    public bool Equals(ScenarioStand? other) => other is not null
        && (Process, Status) == (other.Process, other.Status)
        && Steps.SequenceEqual(other.Steps);

    public override int GetHashCode() => HashCode.Combine(Process, Status, Steps.Count);
}
