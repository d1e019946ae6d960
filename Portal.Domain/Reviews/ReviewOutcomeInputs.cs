using Portal.Domain.Forms;

namespace Portal.Domain.Reviews;

public sealed record ItemOutcome
{
    public int? Item { get; init; }

    public StandingCommitteeOutcome? Outcome { get; init; }

    public string? FinalText { get; init; }
}

/// <summary>F17 Kết luận của Ban Thường vụ.</summary>
public sealed record OutcomeInput : IGatedInput
{
    public SecrecyGate? Secrecy { get; init; }

    public string? DocumentNumber { get; init; }

    public DateOnly? DocumentDate { get; init; }

    public ItemOutcome[]? Suggestions { get; init; }

    public ItemOutcome[]? Individuals { get; init; }

    /// <summary>E-R9: the head lets the group know what was decided.</summary>
    public bool? ReleasedToGroup { get; init; }
}

/// <summary>Step 12.</summary>
public sealed record IssueInput : IGatedInput
{
    public SecrecyGate? Secrecy { get; init; }

    public string? DocumentNumber { get; init; }

    public DateOnly? DocumentDate { get; init; }

    public DateOnly? SentOn { get; init; }

    public string? Addressee { get; init; }
}

/// <summary>Step 13: the unit's review has been held.</summary>
public sealed record ConferenceInput : IGatedInput
{
    public SecrecyGate? Secrecy { get; init; }

    public DateOnly? HeldOn { get; init; }

    /// <summary>The meeting that the group attended (P2).</summary>
    public Guid[]? AttendanceCases { get; init; }

    public string? ReportDocument { get; init; }
}

public sealed record PostponedInput : IGatedInput
{
    public SecrecyGate? Secrecy { get; init; }

    public DateOnly? NewDate { get; init; }

    public string? Reason { get; init; }
}

/// <summary>The unit's answer to one suggestion, and what the group thinks of it (F18).</summary>
public sealed record ItemFollowUp
{
    public int? Item { get; init; }

    public string? Explanation { get; init; }

    public string? Cause { get; init; }

    public string? Responsibility { get; init; }

    public FollowUpAssessment? Assessment { get; init; }

    public string? Reason { get; init; }
}

public sealed record RemedyInput
{
    public int? Item { get; init; }

    public string? What { get; init; }

    public string? Who { get; init; }

    public DateOnly? By { get; init; }
}

public abstract record AdviceContent : IGatedInput
{
    public SecrecyGate? Secrecy { get; init; }

    public ItemFollowUp[]? Suggestions { get; init; }

    public ItemFollowUp[]? Individuals { get; init; }

    public RemedyInput[]? Remedies { get; init; }

    public RemedyInput[]? IndividualRemedies { get; init; }

    public string? Remark { get; init; }
}

/// <summary>F18 and F19.</summary>
public sealed record AdviceInput : AdviceContent
{
    public QualityRating? AdvisedRating { get; init; }

    public string? ChangeReason { get; init; }
}

public sealed record AdHocAdviceInput : AdviceContent;

/// <summary>Step 15.</summary>
public sealed record ConclusionInput : IGatedInput, ICollectiveDecision
{
    public SecrecyGate? Secrecy { get; init; }

    public DateOnly? MeetingDate { get; init; }

    public CollectiveForm? Form { get; init; }

    public string? Opinion { get; init; }

    public string? ConclusionDocument { get; init; }
}

/// <summary>Step 16 Mức xếp loại chính thức: as it was decided, by whom and with which document.</summary>
public sealed record FinalRatingInput : IGatedInput
{
    public SecrecyGate? Secrecy { get; init; }

    public QualityRating? Level { get; init; }

    public string? DecidingBody { get; init; }

    public string? DocumentNumber { get; init; }

    public DateOnly? DocumentDate { get; init; }
}

/// <summary>Step 17.</summary>
public sealed record RemediesInput : IGatedInput
{
    public SecrecyGate? Secrecy { get; init; }

    public string? Report { get; init; }
}

/// <summary>The start of the ad hoc variant (6.2).</summary>
public sealed record AdHocReviewInput : IGatedInput
{
    public SecrecyGate? Secrecy { get; init; }

    public string? AreaId { get; init; }

    public AdHocReviewTrigger? Trigger { get; init; }

    public string? TriggerText { get; init; }
}
