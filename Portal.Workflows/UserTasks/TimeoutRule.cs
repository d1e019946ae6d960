
namespace Portal.Workflows.UserTasks;

/// <summary>What happens when time has run out. Never a decision .</summary>
public sealed record TimeoutRule
{
    /// <summary>
    /// <c>stay</c> (mark overdue), <c>escalate</c> (tell further people), <c>widen</c> (one after another, from the due moment on, those of
    /// <see cref="To"/> may act too), <c>leave</c> (through the <c>Timeout</c> outcome).
    /// </summary>
    public string Do { get; init; } = "stay";

    /// <summary>In <see cref="Do"/>: through the <c>Timeout</c> outcome.</summary>
    public const string Leave = "leave";

    public IReadOnlyList<string> To { get; init; } = [];
}
