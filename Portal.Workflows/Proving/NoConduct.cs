using System.Text.Json.Nodes;
using Portal.Domain.Cases;

namespace Portal.Workflows.Proving;

/// <summary>A process that administrators made: nothing stands behind it but its definition.</summary>
public sealed class NoConduct : SubjectConduct<int>
{
    public static NoConduct Instance { get; } = new();

    protected override int First => 0;

    protected override IEnumerable<int> Answer(Deed deed, int standing) =>
        deed.Form is null || deed.Form == CaseForms.OwnStart.Key ? [standing] : [];

    protected override (bool IsKnown, JsonNode? Value) Tells(string fact, string? item, int standing) => Untold;

    protected override bool IsEnded(int standing) => true;

    protected override Missing? Lacks(int standing) => null;
}
