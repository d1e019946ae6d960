using System.Text.Json.Nodes;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Forms;

namespace Portal.Web.Operations.Forms;

/// <summary>People, areas and departments that a form offers to pick from.</summary>
public sealed record FormChoices
{
    /// <summary>Characters of a clause that stand beside its code.</summary>
    private const int MaxClause = 90;

    /// <summary>Areas first offered as boxes: those of one's groups, or of the case.</summary>
    public IReadOnlyList<Option> Areas { get; init; } = [];

    /// <summary>Areas of other groups, picked by typing, where a matter may concern several groups.</summary>
    public IReadOnlyList<Option> OtherAreas { get; init; } = [];

    /// <summary>People first offered as boxes: the group.</summary>
    public IReadOnlyList<Option> Group { get; init; } = [];

    /// <summary>Everybody, in Vietnamese order of given names.</summary>
    public IReadOnlyList<Option> Everybody { get; init; } = [];

    public IReadOnlyList<Option> Departments { get; init; } = [];

    public IReadOnlyList<Option> MeetingTypes { get; init; } = [];

    public IReadOnlyList<Option> AreaKinds { get; init; } = [];

    public IReadOnlyList<Option> Groups { get; init; } = [];

    public IReadOnlyList<Option> ComparableGroups { get; init; } = [];

    /// <summary>What the things of the case are called, by the list of rows that is about them.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<FormItem>> Items { get; init; } =
        new Dictionary<string, IReadOnlyList<FormItem>>();

    /// <summary>Clauses of the Regulation in force, in its order.</summary>
    public IReadOnlyList<Option> Clauses { get; init; } = [];

    /// <summary>Words for options that are data, by value: steps of a definition, clauses.</summary>
    public IReadOnlyDictionary<string, string> Labels { get; init; } = new Dictionary<string, string>();

    /// <summary>Cases that may be tied to the one in hand: meetings to a trip.</summary>
    public IReadOnlyList<Option> Cases { get; init; } = [];

    /// <summary>What may be taken over at one press, the likeliest first.</summary>
    public IReadOnlyList<FormSuggestion> Suggestions { get; init; } = [];

    /// <summary>How rows come into its lists, by the name of the list; not said of a list, a row begins empty.</summary>
    public IReadOnlyDictionary<string, RowsToAdd> Rows { get; init; } = new Dictionary<string, RowsToAdd>();

    /// <summary>
    /// What a form asks for as it stands, of what is required only sometimes: each as it is refused where it is missing.
    /// </summary>
    public Func<JsonObject, IEnumerable<FieldError>> Demands { get; init; } = _ => [];

    /// <summary>People, areas and departments as they are on the day.</summary>
    /// <param name="subject">The case in hand; null before one is started.</param>
    /// <param name="wholeCommittee">All areas are offered, not those of one's groups.</param>
    /// <param name="areasAreFixed">Only the areas that the case has may still be picked.</param>
    public static FormChoices Of(CaseContext context, Case? subject, bool wholeCommittee, bool areasAreFixed)
    {
        var (directory, today) = (context.Directory, context.Today);
        string[] own = wholeCommittee ? [] : [.. directory.GroupsOf(context.Actor.PersonId, today)];
        var groups = subject is { GroupId.Length: > 0 } ? [subject.GroupId] : own;
        var watched = groups.Length > 0
            ? groups.SelectMany(g => directory.AreasOfGroup(g, today))
            : directory.Data.Areas.Where(a => directory.GroupOfArea(a.Id, today) is not null).Select(a => a.Id);
        var areas = areasAreFixed && subject is { Areas.Count: > 0 } ? subject.Areas.Select(a => a.AreaId) : watched;
        var members = groups.SelectMany(g => directory.MembersOf(g, today)).ToHashSet();
        return new FormChoices
        {
            Areas = [.. areas.Distinct().Select(a => new Option(a, directory.AreaName(a))).OrderBy(o => o.Label, VietnameseText.Comparer)],
            Group = [.. groups.SelectMany(g => directory.MembersOf(g, today)).Distinct().Select(p => new Option(p, directory.NameOf(p)))],
            Everybody = [.. directory.Data.Staff.Where(s => Domain.Organisation.EffectiveDating.IsValidOn(s, today))
                .OrderBy(s => members.Contains(s.Id) ? 0 : 1).ThenBy(s => s.SortKey, StringComparer.Ordinal)
                .Select(s => new Option(
                    s.Id, $"{s.FullName} – {s.Position}{(directory.Department(s.DepartmentId) is { } d ? $", {d.ShortName}" : "")}"))],
            MeetingTypes = [.. directory.Data.MeetingTypes.Where(t => Domain.Organisation.EffectiveDating.IsValidOn(t, today))
                .Select(t => new Option(t.Id, t.Name))],
            Groups = [.. directory.Data.Groups.Where(g => Domain.Organisation.EffectiveDating.IsValidOn(g, today))
                .OrderBy(g => g.Id, StringComparer.Ordinal)
                .Select(g => new Option(g.Id, g.Name))],
            Departments = [.. directory.Data.Departments.OrderBy(d => d.Order).Select(d => new Option(d.Id, d.Name))],
            Clauses = [.. context.Clauses.Values.OrderBy(c => c.Order).Select(c => new Option(c.Code, $"{c.Code} – {Shorten(c.Text)}"))],
        };
    }

    /// <summary>With the areas that other groups watch on the day.</summary>
    public FormChoices WithOtherAreas(CaseContext context)
    {
        var (directory, today, own) = (context.Directory, context.Today, Areas.Select(a => a.Value).ToHashSet());
        return this with
        {
            OtherAreas = [.. directory.Data.Areas.Where(a => !own.Contains(a.Id) && directory.GroupOfArea(a.Id, today) is not null)
                .Select(a => new Option(a.Id, directory.AreaName(a.Id)))
                .OrderBy(o => o.Label, VietnameseText.Comparer)],
        };
    }

    private static string Shorten(string text) => text.Length <= MaxClause ? text : $"{text[..text.LastIndexOf(' ', MaxClause)]}…";

    public IReadOnlyList<Option> Find(FieldKind kind) => kind switch
    {
        FieldKind.Area or FieldKind.Areas => Areas,
        FieldKind.Department or FieldKind.Departments => Departments,
        FieldKind.MeetingType => MeetingTypes,
        FieldKind.AreaKind => AreaKinds,
        FieldKind.Group or FieldKind.Groups => Groups,
        FieldKind.ComparableGroup => ComparableGroups,
        FieldKind.Cases => Cases,
        FieldKind.Clause => Clauses,
        _ => Everybody,
    };
}
