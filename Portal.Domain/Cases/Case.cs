using Portal.Domain.Common;

namespace Portal.Domain.Cases;

/// <summary>
/// Hồ sơ: what people see of one run of a process. Holds the internal number, area, group and state; its
/// workflow instance is the runner's state of it.
/// </summary>
public sealed class Case
{
    private const string OutsideOfLoops = "*";

    private readonly List<CaseArea> _areas = [];
    private readonly List<CasePerson> _people = [];

    private Case()
    {
    }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public string ProcessKey { get; private init; } = "";

    /// <summary>Internal number, e.g. <c>CT-2026/0142</c>; never an official document number .</summary>
    public string Number { get; private init; } = "";

    public LocalText Title { get; private set; }

    /// <summary>Number, title and area names folded for search without tone marks.</summary>
    public string SearchText { get; private set; } = "";

    public string GroupId { get; private init; } = "";

    public string InitiatorId { get; private init; } = "";

    /// <summary>The case this one grew out of: the decision that set a leader task.</summary>
    public Guid? ParentId { get; private init; }

    public CaseState State { get; private set; } = CaseState.Open;

    /// <summary>The process's own status, e.g. <c>Acknowledged</c>.</summary>
    public string Status { get; private set; } = "";

    public Sensitivity Sensitivity { get; private set; }

    /// <summary>Loop items in which something Restricted was given, separated by commas; <c>*</c> for outside of loops.</summary>
    public string RestrictedItems { get; private set; } = "";

    /// <summary>Who stands behind what was asked for last, in each loop item: <c>*=S33,S11;S05=S05</c>.</summary>
    public string RequestedBy { get; private set; } = "";

    public bool HasIncident { get; private set; }

    /// <summary>
    /// What the calendar opened it for, an owner and a period: <c>N03/2026-12-01</c>. Once for each in a process; null
    /// otherwise.
    /// </summary>
    public string? Occasion { get; private init; }

    /// <summary>What it is in the calendar of its participants; null for a matter of no place and hour.</summary>
    public EngagementKind? Engagement { get; private set; }

    /// <summary>When it takes place, or was to before it was called off, UTC; null where no time is settled.</summary>
    public DateTime? StartsAt { get; private set; }

    /// <summary>UTC; null with <see cref="StartsAt"/>.</summary>
    public DateTime? EndsAt { get; private set; }

    /// <summary>It was to take place at its time and no longer will.</summary>
    public bool IsCalledOff { get; private set; }

    /// <summary>When it really began, UTC; null where it has not.</summary>
    public DateTime? BeganAt { get; private set; }

    public DateTime CreatedAt { get; private init; }

    public DateTime UpdatedAt { get; private set; }

    public DateTime? EndedAt { get; private set; }

    /// <summary>Concurrency token; rises with each change.</summary>
    public int Version { get; private set; }

    public IReadOnlyList<CaseArea> Areas => _areas;

    public IReadOnlyList<CasePerson> People => _people;

    public bool IsEnded => State != CaseState.Open;

    /// <param name="number">Taken from the register of numbers in the same transaction.</param>
    /// <param name="occasion">See <see cref="Occasion"/>.</param>
    public static Case Open(
        string processKey, string number, string groupId, string initiatorId, IEnumerable<string> areaIds, DateTime now,
        Guid? parentId = null, string? occasion = null)
    {
        var opened = new Case
        {
            ProcessKey = processKey,
            Number = number,
            GroupId = groupId,
            InitiatorId = initiatorId,
            ParentId = parentId,
            Occasion = occasion,
            CreatedAt = now,
            UpdatedAt = now,
        };
        opened._areas.AddRange(areaIds.Distinct().Select(a => new CaseArea { CaseId = opened.Id, AreaId = a }));
        opened.Involve(initiatorId, CasePersonKind.Initiator);
        return opened;
    }

    /// <param name="words">The title as it is searched for, in Vietnamese.</param>
    public void Describe(LocalText title, string words, IEnumerable<string> areaNames)
    {
        Title = title;
        SearchText = VietnameseText.Fold($"{Number} {words} {string.Join(' ', areaNames)}");
    }

    public void SetAreas(IEnumerable<string> areaIds)
    {
        var wanted = areaIds.ToHashSet();
        _areas.RemoveAll(a => !wanted.Contains(a.AreaId));
        _areas.AddRange(wanted.Where(w => _areas.TrueForAll(a => a.AreaId != w)).Select(w => new CaseArea { CaseId = Id, AreaId = w }));
    }

    public void Involve(string personId, CasePersonKind kind)
    {
        if (personId.Length > 0 && !_people.Exists(p => p.PersonId == personId && p.Kind == kind))
        {
            _people.Add(new CasePerson { CaseId = Id, PersonId = personId, Kind = kind });
        }
    }

    /// <summary>Makes the participants exactly these people.</summary>
    public void SetParticipants(IEnumerable<string> personIds) => SetPeople(personIds, CasePersonKind.Participant);

    /// <summary>Makes those named exactly these people.</summary>
    public void SetNamed(IEnumerable<string> personIds) => SetPeople(personIds, CasePersonKind.Named);

    private void SetPeople(IEnumerable<string> personIds, CasePersonKind kind)
    {
        var wanted = personIds.ToHashSet();
        _people.RemoveAll(p => p.Kind == kind && !wanted.Contains(p.PersonId));
        foreach (var person in wanted)
        {
            Involve(person, kind);
        }
    }

    /// <summary>Takes over what the process says of itself after an act.</summary>
    public void Follow(string status, CaseState state, bool hasIncident, DateTime now)
    {
        EndedAt = state == CaseState.Open ? null : EndedAt ?? now;
        (Status, State, HasIncident, UpdatedAt) = (status, state, hasIncident, now);
        Version++;
    }

    /// <summary>Takes over when the matter takes place.</summary>
    public void TakePlace(Engagement? engagement) => (Engagement, StartsAt, EndsAt, BeganAt, IsCalledOff) =
        (engagement?.Kind, engagement?.From, engagement?.To, engagement?.BeganAt, engagement?.IsCalledOff == true);

    /// <summary>It comes of something of this sensitivity, and is no looser.</summary>
    public void Inherit(Sensitivity sensitivity) => Sensitivity = Sensitivity == Sensitivity.Normal ? sensitivity : Sensitivity;

    /// <summary>Something Restricted was given: what is said of the case from now on may come of it .</summary>
    /// <param name="item">The item of the loop in which it was given; null outside of loops.</param>
    public void NoteRestricted(string? item)
    {
        var name = item ?? OutsideOfLoops;
        if (!RestrictedItems.Split(',').Contains(name))
        {
            RestrictedItems = RestrictedItems.Length == 0 ? name : $"{RestrictedItems},{name}";
        }
    }

    /// <summary>Something is asked for, by a person or in their place: neither decides on it .</summary>
    /// <param name="item">The item of the loop in which it is asked for; null outside of loops.</param>
    public void NoteRequest(string? item, params IEnumerable<string> people)
    {
        var name = item ?? OutsideOfLoops;
        RequestedBy = string.Join(';', RequestedBy.Split(';', StringSplitOptions.RemoveEmptyEntries)
            .Where(r => !r.StartsWith($"{name}=", StringComparison.Ordinal))
            .Append($"{name}={string.Join(',', people.Distinct())}"));
    }

    /// <summary>Who asked for what is decided here, of this item or else of the case.</summary>
    public IReadOnlyList<string> RequestersOf(string? item)
    {
        string? Of(string name) => RequestedBy.Split(';').FirstOrDefault(r => r.StartsWith($"{name}=", StringComparison.Ordinal));
        var found = (item is null ? null : Of(item)) ?? Of(OutsideOfLoops);
        return found is not null
            ? found[(found.IndexOf('=', StringComparison.Ordinal) + 1)..].Split(',', StringSplitOptions.RemoveEmptyEntries)
            : [];
    }

    /// <summary>What is done here has, or may have, something Restricted before it.</summary>
    /// <param name="item">The item of the loop in which it is done; outside of loops it is about every item.</param>
    public bool HoldsRestricted(string? item) =>
        Sensitivity != Sensitivity.Normal
        || (RestrictedItems.Length > 0 && (item is null || RestrictedItems.Split(',').Any(i => i == item || i == OutsideOfLoops)));
}
