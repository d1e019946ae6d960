using System.Text.Json.Nodes;

namespace Portal.Web.Operations.Cases;

/// <summary>A draft as it was stored.</summary>
/// <param name="At">UTC.</param>
/// <param name="Form">With what was changed elsewhere.</param>
/// <param name="IsMerged">Something in it was changed elsewhere.</param>
public sealed record KeptDraft(DateTime At, JsonObject Form, bool IsMerged);
