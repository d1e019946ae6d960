using Portal.Workflows.UserTasks;

namespace Portal.Workflows.Proving;

/// <summary>Who alone may give an answer, whatever a definition says.</summary>
/// <param name="Form">Key of the form that the answer comes with; null for one without a form.</param>
/// <param name="Actions">The outcomes that it is about.</param>
/// <param name="Who">Names as in <see cref="UserTaskSpec.Who"/>.</param>
/// <param name="Clause">The clause that demands it.</param>
public sealed record Demand(string? Form, IReadOnlyList<string> Actions, IReadOnlyList<string> Who, string Clause)
{
    /// <summary>The leaders who decide about a group's matter.</summary>
    public static IReadOnlyList<string> Leaders { get; } = ["leaderInCharge", "standingDeputy", UserTaskSpec.Head];

    /// <summary>A decision about somebody's matter: not by whoever it is about, and never by time that runs out .</summary>
    public bool Decides { get; init; }

    public bool IsAbout(string? form, string action) => form == Form && Actions.Contains(action);
}
