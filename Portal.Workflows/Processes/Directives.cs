using Portal.Domain.Cases;
using Portal.Workflows.Runtime.Openings;

namespace Portal.Workflows.Processes;

/// <summary>Đ4.1-2: what a decision orders.</summary>
internal static class Directives
{
    /// <summary>A directive with a date is an event of its own; one without stays with the decision.</summary>
    public static IReadOnlyList<(string Name, object? Payload)> Given(DirectiveInput[]? directives) =>
        [.. (directives ?? []).Where(d => d.Due is not null).Select(d => (CaseEvents.DirectiveGiven, (object?)d))];
}
