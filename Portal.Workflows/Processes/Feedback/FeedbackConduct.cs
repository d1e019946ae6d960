using System.Text.Json.Nodes;
using Portal.Domain.Feedback;
using Portal.Workflows.Proving;

namespace Portal.Workflows.Processes.Feedback;

/// <summary>What <see cref="RegulationFeedback"/> does, in short.</summary>
internal sealed class FeedbackConduct : SubjectConduct<FeedbackConduct.Standing>
{
    internal sealed record Standing(FeedbackStatus? Status);

    public override IReadOnlyList<Demand> Demands { get; } =
    [
        new("feedback-assessment", ["Consider"], ["role:ComplianceOfficer"], "Đ13.3"),
        new("leader-opinion", ["Accept", "Reject"], Demand.Leaders, "Đ13.3") { Decides = true },
        new("feedback-revision", ["Include"], ["role:ComplianceOfficer"], "Đ13.3"),
    ];

    protected override Standing First { get; } = new((FeedbackStatus?)null);

    protected override IEnumerable<Standing> Answer(Deed deed, Standing s) => (deed.Form, deed.Action, s.Status) switch
    {
        ("regulation-feedback", "Submit", null) => [new(FeedbackStatus.Submitted)],
        ("feedback-assessment", "Consider", FeedbackStatus.Submitted) => [new(FeedbackStatus.Considered)],
        ("reason", "Withdraw", FeedbackStatus.Submitted) => [new(FeedbackStatus.Withdrawn)],
        ("leader-opinion", "Accept", FeedbackStatus.Considered) => [new(FeedbackStatus.Accepted)],
        ("leader-opinion", "Reject", FeedbackStatus.Considered) => [new(FeedbackStatus.Rejected)],
        ("feedback-revision", "Include", FeedbackStatus.Accepted) => [new(FeedbackStatus.IncludedInRevision)],
        _ => [],
    };

    protected override (bool IsKnown, JsonNode? Value) Tells(string fact, string? item, Standing s) =>
        fact == "Status" ? Told(s.Status?.ToString()) : Untold;

    protected override bool IsEnded(Standing s) =>
        s.Status is FeedbackStatus.IncludedInRevision or FeedbackStatus.Rejected or FeedbackStatus.Withdrawn;

    protected override bool IsFulfilled(Standing s) => s.Status == FeedbackStatus.IncludedInRevision;

    protected override Missing Lacks(Standing s) => s.Status switch
    {
        null => new("feedback", "Đ13.3"),
        FeedbackStatus.Submitted => new("assessment", "Đ13.3"),
        FeedbackStatus.Considered => new("leaderOnFeedback", "Đ13.3"),
        _ => new("revision", "Đ13.3"),
    };
}
