using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Organisation;

namespace Portal.Domain.Feedback;

/// <summary>
/// Góp ý Quy chế (Đ13.3): anyone on the staff reports a difficulty and proposes an amendment; Phòng Bảo vệ chính trị nội bộ considers it, a
/// leader accepts it or not, and what is accepted is put into a revision.
/// </summary>
public sealed class RegulationFeedback : ICaseSubject
{
    public const string ProcessKey = "regulation-feedback";

    private RegulationFeedback()
    {
    }

    public Guid CaseId { get; private init; }

    public string AuthorId { get; private init; } = "";

    /// <summary>Code of the clause, as the Regulation had it on the day.</summary>
    public string Clause { get; private init; } = "";

    public string Difficulty { get; private init; } = "";

    public string Proposal { get; private init; } = "";

    public DateTime SubmittedAt { get; private init; }

    public FeedbackStatus Status { get; private set; }

    /// <summary>Null until it is considered.</summary>
    public FeedbackRecommendation? Recommendation { get; private set; }

    public string Assessment { get; private set; } = "";

    /// <summary>Where it went in the revision; empty until then.</summary>
    public string Revision { get; private set; } = "";

    public int Version { get; private set; }

    public CaseState CaseState => Status switch
    {
        FeedbackStatus.IncludedInRevision => CaseState.Closed,
        FeedbackStatus.Rejected => CaseState.Declined,
        FeedbackStatus.Withdrawn => CaseState.Withdrawn,
        _ => CaseState.Open,
    };

    /// <summary>By anyone on the staff, about a clause of the Regulation in force.</summary>
    public static Result<RegulationFeedback> Submit(Guid caseId, FeedbackInput input, CaseContext context)
    {
        if (context.WhyNotSomebody() is { } refusal)
        {
            return refusal;
        }

        if (!context.Clauses.ContainsKey(input.Clause!))
        {
            return FeedbackRefusals.NoSuchClause(input.Clause!);
        }

        return new RegulationFeedback
        {
            CaseId = caseId,
            AuthorId = context.PrincipalId,
            Clause = input.Clause!,
            Difficulty = input.Difficulty ?? "",
            Proposal = input.Proposal ?? "",
            SubmittedAt = context.Now,
            Version = 1,
        };
    }

    /// <summary>By whoever follows the Regulation; by a leader where the feedback is that person's own.</summary>
    public Result Consider(AssessmentInput input, CaseContext context)
    {
        if ((WhyNotIn(FeedbackStatus.Submitted, context) ?? WhyNotOthers(context) ?? WhyNotConsidering(context)) is { } refusal)
        {
            return refusal;
        }

        (Recommendation, Assessment) = (input.Recommendation, input.Assessment ?? "");
        return Become(FeedbackStatus.Considered);
    }

    public Result Accept(CaseContext context) => Decide(FeedbackStatus.Accepted, context);

    public Result Reject(CaseContext context) => Decide(FeedbackStatus.Rejected, context);

    /// <summary>An accepted feedback stands in the draft of a revision; it is closed.</summary>
    public Result Include(RevisionInput input, CaseContext context)
    {
        if ((WhyNotIn(FeedbackStatus.Accepted, context) ?? WhyNotConsidering(context)) is { } refusal)
        {
            return refusal;
        }

        Revision = input.Revision ?? "";
        return Become(FeedbackStatus.IncludedInRevision);
    }

    /// <summary>By its author, while nobody has considered it.</summary>
    public Result Withdraw(CaseContext context)
    {
        if ((WhyNotIn(FeedbackStatus.Submitted, context) ?? (context.IsFor(AuthorId) ? null : Refusal.Forbidden)) is { } refusal)
        {
            return refusal;
        }

        return Become(FeedbackStatus.Withdrawn);
    }

    private Result Decide(FeedbackStatus to, CaseContext context)
    {
        var isLeader = context.Directory.IsLeader(context.PrincipalId, context.Today);
        if ((WhyNotIn(FeedbackStatus.Considered, context) ?? (isLeader ? WhyNotOthers(context) : FeedbackRefusals.OnlyLeaders))
            is { } refusal)
        {
            return refusal;
        }

        return Become(to);
    }

    // What the state does not allow is refused before anybody is asked who they are.
    private Refusal? WhyNotIn(FeedbackStatus status, CaseContext context) =>
        Status == status ? context.WhyNotSomebody() : FeedbackRefusals.NotInThisState(Status);

    private Refusal? WhyNotOthers(CaseContext context) => context.IsFor(AuthorId) ? FeedbackRefusals.NotOnOnesOwn : null;

    private static Refusal? WhyNotConsidering(CaseContext context)
    {
        var (directory, person, today) = (context.Directory, context.PrincipalId, context.Today);
        return directory.HasRole(person, Role.ComplianceOfficer, today) || directory.IsLeader(person, today)
            ? null
            : FeedbackRefusals.OnlyCompliance;
    }

    private Result Become(FeedbackStatus status)
    {
        (Status, Version) = (status, Version + 1);
        return Result.Ok;
    }
}
