using Portal.Domain.Forms;

namespace Portal.Web.Operations;

public sealed record Option(string Value, string Label);

/// <summary>People, areas and departments that a form offers to pick from.</summary>
public sealed record FormChoices
{
    /// <summary>Areas first offered as boxes: those of one's groups, or of the case.</summary>
    public IReadOnlyList<Option> Areas { get; init; } = [];

    /// <summary>People first offered as boxes: the group.</summary>
    public IReadOnlyList<Option> Group { get; init; } = [];

    /// <summary>Everybody, in Vietnamese order of given names.</summary>
    public IReadOnlyList<Option> Everybody { get; init; } = [];

    public IReadOnlyList<Option> Departments { get; init; } = [];

    public IReadOnlyList<Option> MeetingTypes { get; init; } = [];

    public IReadOnlyList<Option> AreaKinds { get; init; } = [];

    public IReadOnlyList<Option> Groups { get; init; } = [];

    public IReadOnlyList<Option> ComparableGroups { get; init; } = [];

    /// <summary>Words for options that are data, by value: steps of a definition, clauses.</summary>
    public IReadOnlyDictionary<string, string> Labels { get; init; } = new Dictionary<string, string>();

    /// <summary>Cases that may be tied to the one in hand: meetings to a trip.</summary>
    public IReadOnlyList<Option> Cases { get; init; } = [];

    public IReadOnlyList<Option> Find(FieldKind kind) => kind switch
    {
        FieldKind.Area or FieldKind.Areas => Areas,
        FieldKind.Department => Departments,
        FieldKind.MeetingType => MeetingTypes,
        FieldKind.AreaKind => AreaKinds,
        FieldKind.Group or FieldKind.Groups => Groups,
        FieldKind.ComparableGroup => ComparableGroups,
        FieldKind.Cases => Cases,
        _ => Everybody,
    };
}
