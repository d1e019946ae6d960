using System.Text.Json.Nodes;
using Portal.Domain.Common;

namespace Portal.Web.Processes;

/// <summary>Another case that this one refers to, as far as the person may know of it.</summary>
public sealed record LinkedCase(Guid Id, string Number, LocalText Title)
{
    /// <summary>Forms of it that are quoted here, with who sent them; none where it is only named.</summary>
    public IReadOnlyList<(string PersonId, string FormKey, JsonObject Form)> Quotes { get; init; } = [];

    /// <summary>Shown as a part of this case, and not only named in its forms.</summary>
    public bool IsQuoted { get; init; }
}
