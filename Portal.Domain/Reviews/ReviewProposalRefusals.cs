using Portal.Domain.Common;

namespace Portal.Domain.Reviews;

/// <summary>Refusals of the proposal for an area.</summary>
public static class ReviewProposalRefusals
{
    /// <summary>Nobody opens an area of a cycle: the cycle does.</summary>
    public static Refusal OpenedByCycle { get; } = Refusal.NotAllowed("Review.OpenedByCycle", "Đ5.6");

    /// <summary>6.2: the head, the leader in charge or the lead begins an ad hoc review.</summary>
    public static Refusal OnlyLeadsAndLeaders { get; } = Refusal.NotAllowed("Review.OnlyLeadsAndLeaders", "Đ5.6");

    /// <summary>R-REV-01 [Q]: only the lead proposes, or who stands in for the lead.</summary>
    public static Refusal NotByLead { get; } = Refusal.NotAllowed("Review.NotByLead", "Đ7.B.4");

    /// <summary>X-08, R-REV-09: who wrote it, or is concerned oneself, does not decide on it.</summary>
    public static Refusal OwnProposal { get; } = Refusal.NotAllowed("Review.OwnProposal", "Đ7.B.4");

    /// <summary>R-REV-03 [Q]: a suggestion without a fact, or with neither evidence nor a reason for none.</summary>
    public static Refusal EvidenceNeeded { get; } = new("Review.EvidenceNeeded", "Đ5.6");

    /// <summary>R-REV-07: the official level is not recorded yet.</summary>
    public static Refusal NoFinalRating { get; } = Refusal.NotNow("Review.NoFinalRating", "Đ7.B.4");

    /// <summary>E-R2: the dossier is made.</summary>
    public static Refusal TooLateForOpinions { get; } = Refusal.NotNow("Review.TooLateForOpinions", "Đ11");

    /// <summary>E-R2: the departments still have time.</summary>
    public static Refusal ConsultationRuns(DateOnly until) => Refusal.NotNow("Review.ConsultationRuns", "Đ11", until);
}
