using Portal.Domain.Common;

namespace Portal.Workflows.Runtime;

/// <param name="Stopped">Where and why it did not go on as it once did; null when it did to the end.</param>
/// <param name="Asked">Fields that were asked for and had not been: step and label.</param>
public sealed record Replayed(IReadOnlyList<ReplayedStep> Steps, string Status, (string Step, Refusal Why)? Stopped,
    IReadOnlyList<(string Step, string Field)> Asked);
