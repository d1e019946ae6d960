using System.Text.Json.Nodes;
using Portal.Domain.Common;
using Portal.Domain.Forms;

namespace Portal.Workflows.Runtime;

/// <summary>What a person sends to start a case or to answer a step.</summary>
/// <param name="Action">Key of the outcome.</param>
/// <param name="Form">The form, as JSON.</param>
/// <param name="Extra">Extra fields of the step, or null.</param>
/// <param name="Version">Version of the task as the person saw it, or null where it does not matter.</param>
/// <param name="Comment">Becomes the opinion or the reason of the form, where the form says none itself.</param>
public sealed record Submission(string Action, JsonObject Form, JsonObject? Extra = null, int? Version = null, string? Comment = null)
{
    /// <summary>As it was sent, whoever sent it: what a screen put together reads like what came in by the API.</summary>
    public JsonObject Form { get; init; } = (JsonObject)JsonNode.Parse(Form.ToJsonString())!;

    public string? Comment { get; init; } = Comment is null ? null : PlainText.Clean(Comment);

    /// <summary>Looks at what was sent before anything reads it, whatever form it is.</summary>
    /// <returns>Null, or what is too large or no text.</returns>
    public Refusal? WhyNotReadable() => FormText.Tidy(Form) ?? FormText.Tidy(Extra, prefix: "extra.");
}
