using System.Text.Json.Nodes;

namespace Portal.Web.Operations.Cases;

/// <summary>One form as it was sent, or the fact that there is one that this person may not read.</summary>
/// <param name="Form">Null when it is hidden.</param>
public sealed record SubmissionView(
    Guid Id, string StepId, string FormKey, string? Item, string Action, int Round, string PersonId, string? ActingForId, DateTime At,
    bool IsRestricted, bool IsStub, JsonObject? Form, JsonObject? Extra, JsonObject? Previous);
