using Portal.Domain.Cases;

namespace Portal.Domain.Reviews;

/// <summary>Gợi ý kiểm điểm (Đ5.6): one matter that a collective or an individual is to explain.</summary>
public sealed class ReviewSuggestion
{
    private List<SuggestionChange> _changes = [];

    private ReviewSuggestion()
    {
    }

    public Guid CaseId { get; private init; }

    public ReviewSubjectType SubjectType { get; private init; }

    /// <summary>Place in the list of its kind, from 1.</summary>
    public int Number { get; private init; }

    public SuggestionStatus Status { get; private set; }

    /// <summary>The text as it stands now: proposed, amended, or as the Standing Committee decided it.</summary>
    public string Text { get; private set; } = "";

    public SuggestionInput Content { get; private set; } = new();

    public ItemFollowUp? FollowUp { get; private set; }

    public IReadOnlyList<ReviewRemedy> Remedies => RemedyList;

    public IReadOnlyList<SuggestionChange> Changes => _changes;

    /// <summary>Why it is as it is now; empty where nobody said so.</summary>
    public string LastReason => _changes.Count > 0 ? _changes[^1].Reason : "";

    public bool IsKeptOffSystem => Content.KeptOffSystem == true;

    /// <summary>Neither dropped nor refused: it goes on.</summary>
    public bool IsAlive =>
        Status is not (SuggestionStatus.DroppedByLeader or SuggestionStatus.DroppedByCollective or SuggestionStatus.NotApproved);

    /// <summary>The unit has to explain it.</summary>
    public bool IsIssued => Status is SuggestionStatus.Approved or SuggestionStatus.ApprovedWithChange or SuggestionStatus.Issued
        or SuggestionStatus.Accepted or SuggestionStatus.PartlyAccepted or SuggestionStatus.NotAccepted or SuggestionStatus.CarriedOver;

    /// <summary>E-R9: what the Standing Committee changed or refused, before the unit has it.</summary>
    public bool IsToBeReleased => Status is SuggestionStatus.ApprovedWithChange or SuggestionStatus.NotApproved;

    internal List<ReviewRemedy> RemedyList { get; private set; } = [];

    internal static ReviewSuggestion From(Guid caseId, ReviewSubjectType type, int number, SuggestionInput input) =>
        new() { CaseId = caseId, SubjectType = type, Number = number, Content = input, Text = input.SuggestedText ?? "" };

    internal void Rewrite(SuggestionInput input) => (Content, Text, Status) = (input, input.SuggestedText ?? "", SuggestionStatus.Proposed);

    internal void ChangeTo(SuggestionStatus status, string? text, string? reason, CaseContext context)
    {
        (Status, Text) = (status, text ?? Text);
        _changes =
        [
            .. _changes,
            new SuggestionChange(status, Text, reason ?? "", context.Actor.PersonId, context.ActingForId, context.Now),
        ];
    }

    /// <summary>Kept as it is, amended or dropped; what was dropped before and is kept now goes on again.</summary>
    internal void Decide(ItemDecision decision, SuggestionStatus dropped, CaseContext context)
    {
        if (decision.Decision == LeaderDecisionKind.Amend)
        {
            ChangeTo(SuggestionStatus.Amended, decision.Text, decision.Reason, context);
        }
        else if (decision.Decision == LeaderDecisionKind.Drop && IsAlive)
        {
            ChangeTo(dropped, null, decision.Reason, context);
        }
        else if (decision.Decision == LeaderDecisionKind.Keep && !IsAlive)
        {
            ChangeTo(SuggestionStatus.Proposed, null, decision.Reason, context);
        }
    }

    internal void NoteFollowUp(ItemFollowUp followUp, IEnumerable<RemedyInput> remedies) =>
        (FollowUp, RemedyList) = (followUp, [.. remedies.Select(ReviewRemedy.Of)]);

    internal void NoteRemedies(IEnumerable<ReviewRemedy> remedies) => RemedyList = [.. remedies];
}
