using Portal.Domain.Common;

namespace Portal.Domain.Cases;

/// <summary>One form as it was sent. Never changed: a return makes a new round beside it (E-T1).</summary>
public sealed class FormSubmission
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid CaseId { get; init; }

    public Guid? TaskId { get; init; }

    public required string StepId { get; init; }

    public required string FormKey { get; init; }

    public required string Action { get; init; }

    /// <summary>The item of the loop in which the step ran (a line of attendance); null outside of loops.</summary>
    public string? Item { get; init; }

    /// <summary>From 1; the n-th time this form was sent for this step.</summary>
    public required int Round { get; init; }

    public required string Json { get; init; }

    /// <summary>Extra fields of the definition, as a JSON object.</summary>
    public string ExtraJson { get; init; } = "";

    public required string PersonId { get; init; }

    /// <summary>The person acted for under a delegation, or null.</summary>
    public string? ActingForId { get; init; }

    public required DateTime At { get; init; }

    public Sensitivity Sensitivity { get; init; }

    /// <summary>Content is kept off the system: the form holds a stub only .</summary>
    public bool IsStub { get; init; }
}

/// <summary>What a leader or lead decided at a step, with the reasons given.</summary>
public sealed class CaseDecision
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid CaseId { get; init; }

    public required Guid TaskId { get; init; }

    public required string StepId { get; init; }

    public required string Action { get; init; }

    public string Opinion { get; init; } = "";

    public required string DeciderId { get; init; }

    public string? ActingForId { get; init; }

    public required DateTime At { get; init; }
}

/// <summary>Trao đổi. Kept once written .</summary>
public sealed class CaseComment
{
    public const int MaxLength = 4000;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid CaseId { get; init; }

    public required string PersonId { get; init; }

    public required string Text { get; init; }

    /// <summary>Ids of the people it names, separated by commas.</summary>
    public string Mentions { get; init; } = "";

    public required DateTime At { get; init; }
}

/// <summary>Tệp đính kèm; the bytes lie outside the web root under <see cref="StoredName"/>.</summary>
public sealed class Attachment
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>Null while the file belongs to a draft that has not been sent.</summary>
    public Guid? CaseId { get; private set; }

    public required string FileName { get; init; }

    public required string ContentType { get; init; }

    /// <summary>Bytes of the content.</summary>
    public required long Size { get; init; }

    /// <summary>SHA-256 of the bytes as they lie on the disk, hexadecimal.</summary>
    public required string Sha256 { get; set; }

    public required string StoredName { get; set; }

    /// <summary>Opens the bytes on the disk; empty where an earlier program left them unsealed.</summary>
    public string ContentKey { get; set; } = "";

    public required string PersonId { get; init; }

    public required DateTime At { get; init; }

    public void BelongTo(Guid caseId) => CaseId ??= caseId;
}

/// <summary>
/// Bảo lưu ý kiến (Đ6.4). R-RES-01 [Q]: nobody can edit, hide, delete, return or refuse it; its author may add a note or
/// withdraw it, and the text stays.
/// </summary>
public sealed class ReservedOpinion
{
    private ReservedOpinion()
    {
    }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public Guid CaseId { get; private init; }

    public Guid DecisionId { get; private init; }

    public string AuthorId { get; private init; } = "";

    public DateTime At { get; private init; }

    public string Opinion { get; private init; } = "";

    public string Difference { get; private init; } = "";

    public string Grounds { get; private init; } = "";

    /// <summary><c>Department</c>, <c>LeaderInCharge</c> or <c>Both</c>.</summary>
    public string DiffersFrom { get; private init; } = "";

    public bool Forward { get; private init; }

    /// <summary>R-RES-04 [D]: entered after the window; kept all the same.</summary>
    public bool IsLate { get; private init; }

    public string AuthorNote { get; private set; } = "";

    public DateTime? WithdrawnAt { get; private set; }

    public string Response { get; private set; } = "";

    public string? ResponderId { get; private set; }

    public DateTime? RespondedAt { get; private set; }

    public Sensitivity Sensitivity { get; private init; }

    public static ReservedOpinion Enter(Case subject, CaseDecision decision, ReservedOpinionInput input, string authorId, DateTime now, DateTime windowEnd) => new()
    {
        CaseId = subject.Id,
        DecisionId = decision.Id,
        AuthorId = authorId,
        At = now,
        Opinion = input.Opinion ?? "",
        Difference = input.Difference ?? "",
        Grounds = input.Grounds ?? "",
        DiffersFrom = (input.DiffersFrom ?? OpinionDiffersFrom.LeaderInCharge).ToString(),
        Forward = input.Forward ?? true,
        IsLate = now > windowEnd,
        Sensitivity = subject.Sensitivity,
    };

    public Result AddNote(string personId, string note)
    {
        if (personId != AuthorId)
        {
            return Refusal.Forbidden;
        }

        if (note.Length is 0 or > 2000)
        {
            return Refusal.Invalid([new FieldError("note", "Common.Required")]);
        }

        AuthorNote = AuthorNote.Length == 0 ? note : $"{AuthorNote}\n{note}";
        return Result.Ok;
    }

    /// <summary>Marks it withdrawn; the text stays readable (R-RES-01).</summary>
    public Result Withdraw(string personId, DateTime now)
    {
        if (personId != AuthorId)
        {
            return Refusal.Forbidden;
        }

        WithdrawnAt ??= now;
        return Result.Ok;
    }

    /// <summary>R-RES-05 [D]: the decider may answer once.</summary>
    public Result Respond(string personId, string deciderId, string response, DateTime now)
    {
        if (personId != deciderId)
        {
            return Refusal.Forbidden;
        }

        if (RespondedAt is not null)
        {
            return Refusal.NotNow("Reserve.AlreadyResponded", "Đ6.4");
        }

        if (response.Length is 0 or > 4000)
        {
            return Refusal.Invalid([new FieldError("response", "Common.Required")]);
        }

        (Response, ResponderId, RespondedAt) = (response, personId, now);
        return Result.Ok;
    }
}

/// <summary>An unsent form of one person, kept on the server while typing. Visible to its author only.</summary>
public sealed class FormDraft
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string PersonId { get; init; }

    /// <summary>What it is for: a task's id, or <c>start:{process}</c>.</summary>
    public required string Subject { get; init; }

    public required string FormKey { get; set; }

    public required string Json { get; set; }

    /// <summary>Key of the page last shown.</summary>
    public string Page { get; set; } = "";

    public required DateTime SavedAt { get; set; }
}

public enum NotificationKind
{
    TaskAssigned,
    TaskReturned,
    DueSoon,
    Overdue,
    Escalated,
    Decision,
    Directive,
    ReservedOpinion,
    ForHead,
    UrgentItem,
    Changed,
    Cancelled,
    Compliance,
    Incident,
    Delegation,
    Mentioned,
}

/// <summary>In-app notice. Carries no content of a case: kind, number, step and area names only (section 11).</summary>
public sealed class Notification
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string PersonId { get; init; }

    public required NotificationKind Kind { get; init; }

    public Guid? CaseId { get; init; }

    public Guid? TaskId { get; init; }

    /// <summary>Number, and step or area; "(nội dung hạn chế)" where Restricted.</summary>
    public required string Text { get; init; }

    public required DateTime At { get; init; }

    public DateTime? ReadAt { get; private set; }

    /// <summary>When it was looked at for e-mail, whether a message came of it or not; null before.</summary>
    public DateTime? MailedAt { get; private set; }

    public void MarkRead(DateTime now) => ReadAt ??= now;

    public void NoteMailed(DateTime now) => MailedAt ??= now;
}
