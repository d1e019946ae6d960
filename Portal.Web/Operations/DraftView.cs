using System.Text.Json.Nodes;

namespace Portal.Web.Operations;

public sealed record DraftView(JsonObject Form, string Page, DateTime SavedAt);
