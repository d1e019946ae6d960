using System.Text.Json.Nodes;

namespace Portal.Tests.Domain.Verbs;

/// <summary>What is expected of one act of the administration.</summary>
/// <param name="Row">Row it is done to; empty for an act of the list.</param>
/// <param name="Form">A valid form.</param>
/// <param name="Closed">A row that does not allow it; null where every row does.</param>
public sealed record OrganisationActRow(string Row, JsonObject Form, string? Closed = null);
