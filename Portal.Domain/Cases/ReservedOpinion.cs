using Portal.Domain.Common;
using Portal.Domain.Forms;

namespace Portal.Domain.Cases;

/// <summary>
/// Bảo lưu ý kiến (Đ6.4). R-RES-01 [Q]: nobody can edit, hide, delete, return or refuse it; its author may add a note or
/// withdraw it, and the text stays.
/// </summary>
public sealed class ReservedOpinion
{
    /// <summary>Longest note of its author, in characters.</summary>
    public const int MaxNote = 2000;

    /// <summary>Longest response of who decided, in characters.</summary>
    public const int MaxResponse = 4000;

    private ReservedOpinion()
    {
    }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public Guid CaseId { get; private init; }

    public Guid DecisionId { get; private init; }

    public string AuthorId { get; private init; } = "";

    public DateTime At { get; private init; }

    public string Opinion { get; private set; } = "";

    public string Difference { get; private set; } = "";

    public string Grounds { get; private set; } = "";

    /// <summary>Where it is kept instead, when it is about a state secret; null when it stands here.</summary>
    public OffSystemStub? Stub { get; private set; }

    /// <summary><c>Department</c>, <c>LeaderInCharge</c> or <c>Both</c>.</summary>
    public string DiffersFrom { get; private init; } = "";

    public bool Forward { get; private init; }

    /// <summary>R-RES-04 [D]: entered after the window; kept all the same.</summary>
    public bool IsLate { get; private init; }

    /// <summary>Files that go along with it; null where there are none.</summary>
    public Guid[]? Files { get; private set; }

    public string AuthorNote { get; private set; } = "";

    public DateTime? WithdrawnAt { get; private set; }

    public string Response { get; private set; } = "";

    public string? ResponderId { get; private set; }

    public DateTime? RespondedAt { get; private set; }

    public Sensitivity Sensitivity { get; private init; }

    public static ReservedOpinion Enter(
        Case subject, CaseDecision decision, ReservedOpinionInput input, string authorId, DateTime now, DateTime windowEnd) => new()
        {
            CaseId = subject.Id,
            DecisionId = decision.Id,
            AuthorId = authorId,
            At = now,
            Opinion = input.Opinion ?? "",
            Difference = input.Difference ?? "",
            Grounds = input.Grounds ?? "",
            Stub = input.Secrecy?.Stub,
            DiffersFrom = (input.DiffersFrom ?? OpinionDiffersFrom.LeaderInCharge).ToString(),
            Forward = input.Forward ?? true,
            Files = input.Files is { Length: > 0 } files ? files : null,
            IsLate = now > windowEnd,
            Sensitivity = SensitivityOn(subject, decision),
        };

    // A decision may have been made without a word on something Restricted: what is said on it here comes of that all the same.
    private static Sensitivity SensitivityOn(Case subject, CaseDecision decision)
    {
        if (decision.Sensitivity != Sensitivity.Normal)
        {
            return decision.Sensitivity;
        }

        return subject.Sensitivity == Sensitivity.Normal && subject.HoldsRestricted(null) ? Sensitivity.Restricted : subject.Sensitivity;
    }

    /// <summary>The file was entered with it, and is as confidential.</summary>
    public bool Names(Attachment file) => Files?.Contains(file.Id) == true;

    /// <summary>
    /// its author says later that the matter is a state secret. What was written and answered goes; that there is one, whose and
    /// when, stays (R-RES-01), and where it is kept.
    /// </summary>
    public void GoOffSystem(OffSystemStub? stub)
    {
        (Opinion, Difference, Grounds, AuthorNote, Response) = ("", "", "", "", "");
        (Files, Stub) = (null, stub);
    }

    public Result AddNote(string personId, string note)
    {
        if (personId != AuthorId)
        {
            return Refusal.Forbidden;
        }

        if (note.Length is 0 or > MaxNote)
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
            return ReservedOpinionRefusals.AlreadyResponded;
        }

        if (response.Length is 0 or > MaxResponse)
        {
            return Refusal.Invalid([new FieldError("response", "Common.Required")]);
        }

        (Response, ResponderId, RespondedAt) = (response, personId, now);
        return Result.Ok;
    }
}
