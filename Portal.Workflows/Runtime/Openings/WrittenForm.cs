using System.Text.Json.Nodes;

namespace Portal.Workflows.Runtime.Openings;

/// <summary>A form that a case is opened with, though no step of it asked for it.</summary>
/// <param name="StepId">The step that would have.</param>
/// <param name="PersonId">Who wrote it, wherever that was.</param>
public sealed record WrittenForm(string StepId, string FormKey, JsonObject Form, string PersonId);
