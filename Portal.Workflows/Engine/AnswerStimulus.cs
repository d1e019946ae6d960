using System.Text.Json.Nodes;

namespace Portal.Workflows.Engine;

/// <summary>A person answers a step.</summary>
/// <param name="WaitId">The wait that is answered.</param>
/// <param name="Outcome">Key of the action.</param>
/// <param name="PersonId">Who answers; counts where several people do.</param>
/// <param name="Expected">How many people are asked, where several are.</param>
/// <param name="Data">Result written to the activity's output, or null.</param>
public sealed record AnswerStimulus(int WaitId, string Outcome, string PersonId = "", int Expected = 1, JsonNode? Data = null) : Stimulus;
