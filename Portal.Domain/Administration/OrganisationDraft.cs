using Portal.Domain.Areas;
using Portal.Domain.Common;
using Portal.Domain.Organisation;

namespace Portal.Domain.Administration;

/// <summary>
/// The organisation while an administrator changes it: rows are ended and new ones added, nothing that was in force is
/// overwritten. What comes of it is checked as a whole (R-ORG-*) before anything is stored.
/// </summary>
/// <param name="data">Rows of the draft's own: the act changes them.</param>
/// <param name="openCases">Open cases by group.</param>
public sealed class OrganisationDraft(DirectoryData data, DateOnly today, IReadOnlyDictionary<string, int> openCases)
{
    private readonly HashSet<string> _groups = [];
    private readonly HashSet<string> _areas = [];
    private DateOnly _from = DateOnly.MaxValue;
    private OrganisationDirectory? _directory = new(data);

    public DateOnly Today => today;

    public List<object> Added { get; } = [];

    /// <summary>Rows that never came into force.</summary>
    public List<object> Removed { get; } = [];

    /// <summary>The organisation with what was done so far.</summary>
    public OrganisationDirectory Directory => _directory ??= MakeDirectory();

    public int OpenCasesOf(string groupId) => openCases.GetValueOrDefault(groupId);

    public void Add(params IEnumerable<object> rows)
    {
        foreach (var row in rows)
        {
            Added.Add(row);
            NoteChanged(row);
        }

        _directory = null;
    }

    /// <summary>A row that has been given other values: what it belongs to is looked at again.</summary>
    public void NoteChanged(object row)
    {
        switch (row)
        {
            case GroupMembership m:
                NoteTouched(m.GroupId, null, m.ValidFrom);
                break;
            case AreaAssignment a:
                NoteTouched(a.GroupId, a.AreaId, a.ValidFrom);
                break;
            case MonitoringGroup g:
                NoteTouched(g.Id, null, g.ValidFrom);
                break;
            case MonitoredArea { ValidTo: not null } a:
                NoteTouched(null, a.Id, a.ValidFrom);
                break;
        }

        _directory = null;
    }

    /// <summary>Ends rows after a last day; those that would have begun later are taken back.</summary>
    public void End(DateOnly last, params IEnumerable<IEffectiveDated> rows)
    {
        foreach (var row in rows.ToList())
        {
            switch (row)
            {
                case GroupMembership m:
                    NoteTouched(m.GroupId, null, last.AddDays(1));
                    break;
                case AreaAssignment a:
                    NoteTouched(a.GroupId, a.AreaId, last.AddDays(1));
                    break;
                case MonitoredArea a:
                    NoteTouched(null, a.Id, last);
                    break;
            }

            if (row.ValidFrom <= last)
            {
                row.ValidTo = last;
            }
            else if (!Added.Remove(row))
            {
                Removed.Add(row);
            }
        }

        _directory = null;
    }

    /// <summary>Contacts of an area are not dated: the list as it is now.</summary>
    public void Replace(IEnumerable<AreaContact> before, IEnumerable<AreaContact> after)
    {
        Removed.AddRange(before);
        Add(after);
    }

    /// <summary>Rows of a kind that are in force on or after a day.</summary>
    public static IEnumerable<T> InForceFrom<T>(IEnumerable<T> rows, DateOnly day)
        where T : IEffectiveDated => rows.Where(r => r.ValidTo is not { } end || end >= day);

    /// <summary>The decision with this number and date; a new one when there is none yet (R-ORG-03).</summary>
    public Result<Guid> Decision(DecisionInput input)
    {
        var (number, date) = (input.Number!.Trim(), input.Date!.Value);
        var decision = Directory.Data.Decisions.FirstOrDefault(d => d.Number == number && d.Date == date);
        if (decision is null)
        {
            decision = new AssignmentDecision { Number = number, Date = date, SignerId = input.SignerId!, Summary = input.Summary ?? "" };
            if (OrganisationRules.WhyNotAssignable(decision, Directory) is { } refusal)
            {
                return OrganisationAct.At("decision.signerId", refusal);
            }

            Add(decision);
        }

        return decision.Id;
    }

    /// <summary>
    /// R-ORG-01, 02, 05, 06, 07 for what the act touched, on every day from the first that it changes; null when all hold.
    /// </summary>
    public Refusal? WhyNotSound() => Unsound(_from, _from).Select(u => u.Refusal).FirstOrDefault();

    /// <summary>The same, all that does not hold, with the group or the assignment of which it does not.</summary>
    /// <param name="groupsFrom">First day on which groups are looked at.</param>
    /// <param name="assignmentsFrom">Assignments that ended before are passed over.</param>
    public IEnumerable<(object Row, Refusal Refusal)> Unsound(DateOnly groupsFrom, DateOnly assignmentsFrom)
    {
        var groups = _groups.Select(g => Directory.Group(g)).OfType<MonitoringGroup>()
            .SelectMany(g => DaysOfChange(g, groupsFrom)
                .Select(d => (Row: (object)g, Refusal: OrganisationRules.WhyNotActive(g, Directory, d))));
        var assignments = Directory.Data.Assignments
            .Where(a => _areas.Contains(a.AreaId) && (a.ValidTo is not { } end || end >= assignmentsFrom))
            .Select(a => (Row: (object)a, Refusal: OrganisationRules.WhyNotAssignable(a, Directory)));
        return groups.Concat(assignments).Where(u => u.Refusal is not null).Select(u => (u.Row, u.Refusal!));
    }

    // The days on which something of a group changes, while it exists.
    private IEnumerable<DateOnly> DaysOfChange(MonitoringGroup group, DateOnly since)
    {
        var rows = Directory.Data.Memberships.Where(m => m.GroupId == group.Id).ToList();
        return rows.Select(m => m.ValidFrom)
            .Concat(rows.Where(m => m.ValidTo is not null && m.ValidTo < DateOnly.MaxValue).Select(m => m.ValidTo!.Value.AddDays(1)))
            .Append(since).Append(group.ValidFrom).Where(d => d >= since && group.IsValidOn(d)).Distinct().Order();
    }

    private void NoteTouched(string? group, string? area, DateOnly from)
    {
        if (group is not null)
        {
            _groups.Add(group);
        }

        if (area is not null)
        {
            _areas.Add(area);
        }

        _from = from < _from ? from : _from;
    }

    private OrganisationDirectory MakeDirectory()
    {
        var gone = Removed.ToHashSet();
        return new OrganisationDirectory(data with
        {
            Departments = With(data.Departments),
            Staff = With(data.Staff),
            Roles = With(data.Roles),
            Leaders = With(data.Leaders),
            Portfolios = With(data.Portfolios),
            Kinds = With(data.Kinds),
            MeetingTypes = With(data.MeetingTypes),
            Areas = With(data.Areas),
            Lineage = With(data.Lineage),
            Contacts = With(data.Contacts),
            Decisions = With(data.Decisions),
            Groups = With(data.Groups),
            Memberships = With(data.Memberships),
            Assignments = With(data.Assignments),
        });

        IReadOnlyList<T> With<T>(IReadOnlyList<T> rows) => [.. rows.Where(r => !gone.Contains(r!)), .. Added.OfType<T>()];
    }
}
