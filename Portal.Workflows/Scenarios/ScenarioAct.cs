using System.Text.Json.Nodes;

namespace Portal.Workflows.Scenarios;

/// <summary>One thing that was done in a dry run, so that it can be done again.</summary>
public sealed record ScenarioAct
{
    public required ScenarioActKind Kind { get; init; }

    /// <summary>Process that is begun; empty for other acts.</summary>
    public string Process { get; init; } = "";

    public string PersonId { get; init; } = "";

    public string StepId { get; init; } = "";

    /// <summary>Of a loop, the item whose step was answered; null outside of one.</summary>
    public string? Item { get; init; }

    public string Action { get; init; } = "";

    public JsonObject? Form { get; init; }

    public JsonObject? Extra { get; init; }

    /// <summary>For whom the calendar opened it: a group, an area; empty for the committee.</summary>
    public string Owner { get; init; } = "";

    /// <summary>First day of the period that the calendar opened; null for the running one.</summary>
    public DateOnly? Period { get; init; }

    /// <summary>UTC; where the clock went to.</summary>
    public DateTime? At { get; init; }
}
