using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Forms;

namespace Portal.Domain.Meetings;

/// <summary>One attendee of a meeting: confirmation, notes and speech of one's own (section 5.2).</summary>
public sealed class AttendanceLine
{
    private readonly List<ReadReceipt> _receipts = [];

    private AttendanceLine()
    {
    }

    public Guid CaseId { get; private init; }

    /// <summary>From 1; never used again within a case.</summary>
    public int Number { get; private init; }

    public string PersonId { get; private set; } = "";

    /// <summary>Who was to go first, when somebody was sent instead (E-M3).</summary>
    public string? InsteadOfId { get; private set; }

    /// <summary>Goes beside the nominee, by a leader's decision (R-ATT-09).</summary>
    public bool IsExtra { get; private init; }

    /// <summary>What an extra attendee is to look after.</summary>
    public string Covers { get; private init; } = "";

    public AttendanceStatus Status { get; private set; } = AttendanceStatus.Consented;

    public PreparationInput? Preparation { get; private set; }

    /// <summary>When the prepared content was saved, UTC (R-ATT-06).</summary>
    public DateTime? PreparedAt { get; private set; }

    public DateTime? ArrivedAt { get; private set; }

    public bool IsLate { get; private set; }

    public AttendanceNotesInput? Notes { get; private set; }

    /// <summary>The notes are due then, UTC; null before the meeting.</summary>
    public DateTime? NotesDueAt { get; private set; }

    public bool IsLateNotes { get; private set; }

    /// <summary>How often notes were sent.</summary>
    public int Rounds { get; private set; }

    public bool LeadHasSeen { get; private set; }

    /// <summary>What the leader said of single items of the notes.</summary>
    public IReadOnlyList<ItemDirection> Directions { get; private set; } = [];

    public IReadOnlyList<ReadReceipt> Receipts => _receipts;

    public int Version { get; private set; }

    /// <summary>Still has something to do or to be looked at.</summary>
    public bool IsActive =>
        Status is AttendanceStatus.Consented or AttendanceStatus.Preparing or AttendanceStatus.Attended or AttendanceStatus.AwaitingNotes
        or AttendanceStatus.NotesSubmitted or AttendanceStatus.NotesReturned;

    public bool HasAttended => ArrivedAt is not null;

    internal static AttendanceLine For(Guid caseId, int number, string personId, bool extra, string? covers) =>
        new() { CaseId = caseId, Number = number, PersonId = personId, IsExtra = extra, Covers = covers ?? "", Version = 1 };

    internal void Start() => MoveTo(AttendanceStatus.Preparing);

    internal void Restart() => MoveTo(AttendanceStatus.Consented);

    internal void EndAs(AttendanceStatus status) => MoveTo(status);

    internal Refusal? WhyNotPreparing() => Status == AttendanceStatus.Preparing ? null : NotNow();

    internal Refusal? WhyNotToGo() => Status is AttendanceStatus.Consented or AttendanceStatus.Preparing ? null : NotNow();

    internal Refusal? WhyNotToNote() => Status is AttendanceStatus.AwaitingNotes or AttendanceStatus.NotesReturned ? null : NotNow();

    internal Refusal? WhyNotSubmitted() => Status == AttendanceStatus.NotesSubmitted ? null : NotNow();

    internal Refusal? WhyNotReadable() => Notes is null ? NotNow() : null;

    /// <summary>E-M3: nobody goes; who has been there cannot stand down any more.</summary>
    internal Result StandDown()
    {
        if (WhyNotToGo() is { } refusal)
        {
            return refusal;
        }

        Status = AttendanceStatus.NotAttending;
        return Done();
    }

    internal Result Prepare(PreparationInput input, DateTime now)
    {
        if (WhyNotPreparing() is { } refusal)
        {
            return refusal;
        }

        (Preparation, PreparedAt) = (input, input.WillSpeak == true ? now : null);
        return Done();
    }

    internal Result Substitute(string personId)
    {
        if (WhyNotPreparing() is { } refusal)
        {
            return refusal;
        }

        (InsteadOfId, PersonId, Preparation, PreparedAt) = (InsteadOfId ?? PersonId, personId, null, null);
        return Done();
    }

    internal Result Arrive(ArrivalInput input, DateTime starts, DateTime notesDue, CaseContext context)
    {
        if (WhyNotPreparing() is { } refusal)
        {
            return refusal;
        }

        var arrived = VietnamTime.ToUtc(input.ArrivedAt!.Value);
        if (arrived > context.Now)
        {
            return Refusal.Invalid([new FieldError("arrivedAt", "Common.InFuture")]);
        }

        var asked = AskedOf(input, starts, context).ToList();
        if (asked.Count > 0 && string.IsNullOrWhiteSpace(input.LateReason) && !input.IsStub())
        {
            return Refusal.Invalid(asked);
        }

        (ArrivedAt, IsLate, NotesDueAt, Status) = (arrived, asked.Count > 0, notesDue, AttendanceStatus.AwaitingNotes);
        return Done();
    }

    /// <summary>R-ATT-04: why somebody came late; as it is refused where it is not said.</summary>
    public static IEnumerable<FieldError> AskedOf(ArrivalInput input, DateTime starts, CaseContext context) =>
        input.ArrivedAt is { } at && VietnamTime.ToUtc(at) > starts.AddMinutes(context.Settings.Int("Att.LateToleranceMinutes"))
            ? [new FieldError("lateReason", "Meeting.LateReason", "Đ7.A.5", starts)]
            : [];

    /// <summary>
    /// Why notes come late (E-M11) and why a speech was not prepared (R-ATT-06); as they are refused where they do not say it.
    /// </summary>
    public IEnumerable<FieldError> AskedOf(AttendanceNotesInput input, DateTime starts, CaseContext context)
    {
        if (AreNotesLate(context))
        {
            yield return new FieldError("lateReason", "Meeting.LateNotesReason", "Đ7.A.5", NotesDueAt);
        }

        if (input.Spoke == true && !(PreparedAt < starts))
        {
            yield return new FieldError("unpreparedReason", "Meeting.UnpreparedReason", "Đ7.A.5");
        }
    }

    private bool AreNotesLate(CaseContext context) => Status == AttendanceStatus.AwaitingNotes && context.Now > NotesDueAt;

    internal Result MarkAbsent()
    {
        if (WhyNotPreparing() is { } refusal)
        {
            return refusal;
        }

        Status = AttendanceStatus.Absent;
        return Done();
    }

    internal Result Extend(ExtensionInput input, CaseContext context)
    {
        if (WhyNotToNote() is { } refusal)
        {
            return refusal;
        }

        if (context.Now > NotesDueAt)
        {
            return MeetingAttendanceRefusals.AlreadyLate;
        }

        var due = context.Calendar.EndOfWork(context.Calendar.OnOrAfter(input.NewDue!.Value));
        if (due <= NotesDueAt)
        {
            return Refusal.Invalid([new FieldError("newDue", "Trip.ExtensionNotLater")]);
        }

        NotesDueAt = due;
        return Done();
    }

    internal Result Submit(AttendanceNotesInput input, DateTime starts, IReadOnlyList<string> areaIds, CaseContext context)
    {
        if (WhyNotToNote() is { } refusal)
        {
            return refusal;
        }

        var errors = new List<FieldError>();
        if (!input.IsStub())
        {
            errors.AddRange(AskedOf(input, starts, context)
                .Where(e => string.IsNullOrWhiteSpace(e.Path == "lateReason" ? input.LateReason : input.UnpreparedReason)));
        }

        if (input.LeftAt is { } left && (VietnamTime.ToUtc(left) > context.Now || VietnamTime.ToUtc(left) < ArrivedAt))
        {
            errors.Add(new FieldError("leftAt", "Meeting.LeftWrong"));
        }

        CheckAreas("items", (input.Items ?? []).Select(i => i.AreaId));
        CheckAreas("issues", (input.Issues ?? []).Select(i => i.AreaId));
        if (errors.Count > 0)
        {
            return Refusal.Invalid(errors);
        }

        (Notes, IsLateNotes, Rounds, LeadHasSeen, Status) =
            (input, IsLateNotes || AreNotesLate(context), Rounds + 1, false, AttendanceStatus.NotesSubmitted);
        return Done();

        void CheckAreas(string list, IEnumerable<string?> ids)
        {
            foreach (var (id, i) in ids.Select((id, i) => (id, i)).Where(p => !areaIds.Contains(p.id)))
            {
                errors.Add(new FieldError($"{list}[{i}].areaId", "Meeting.AreaNotConcerned"));
            }
        }
    }

    internal Result MarkSeenByLead()
    {
        if (WhyNotSubmitted() is { } refusal)
        {
            return refusal;
        }

        LeadHasSeen = true;
        return Done();
    }

    internal Result Acknowledge(IReadOnlyList<ItemDirection> directions)
    {
        if (WhyNotSubmitted() is { } refusal)
        {
            return refusal;
        }

        (Status, Directions) = (AttendanceStatus.Closed, directions);
        return Done();
    }

    internal Result SendBack()
    {
        if (WhyNotSubmitted() is { } refusal)
        {
            return refusal;
        }

        Status = AttendanceStatus.NotesReturned;
        return Done();
    }

    /// <summary>R-ATT-10: somebody of the group has read what is shared.</summary>
    internal Result Read(string personId, DateTime now)
    {
        if (WhyNotReadable() is { } refusal)
        {
            return refusal;
        }

        if (!_receipts.Exists(r => r.PersonId == personId))
        {
            _receipts.Add(new ReadReceipt(personId, now));
            Version++;
        }

        return Result.Ok;
    }

    private void MoveTo(AttendanceStatus status) => (Status, Version) = (status, Version + 1);

    private Refusal NotNow() => CommonRefusals.NotInThisState(Status);

    private Result Done()
    {
        Version++;
        return Result.Ok;
    }
}
