using System.Text.Json.Nodes;

namespace Portal.Web.Api;

/// <param name="Form">Null where the content is Restricted and not for this person.</param>
/// <param name="Item">The item of a loop: the number of an attendance line; null elsewhere.</param>
public sealed record SubmissionAnswer(
    string Step, string FormKey, string? Item, string Outcome, int Round, string PersonId, string? ActingForId, DateTime At,
    bool IsRestricted, JsonObject? Form);
