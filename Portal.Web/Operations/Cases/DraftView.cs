using System.Text.Json.Nodes;

namespace Portal.Web.Operations.Cases;

public sealed record DraftView(JsonObject Form, string Page, DateTime SavedAt);
