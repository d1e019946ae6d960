using System.Text.Json.Nodes;

namespace Portal.Domain.Forms;

public static class GatedInput
{
    public static bool IsStub(this IGatedInput input) => input.Secrecy?.ContainsStateSecret == true;

    /// <summary>The same of a form that has not been read yet.</summary>
    public static bool IsStub(JsonObject form) =>
        form["secrecy"] is JsonObject gate && gate["containsStateSecret"] is JsonValue value && value.TryGetValue<bool>(out var isSecret)
            && isSecret;
}
