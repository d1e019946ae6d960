using Portal.Domain.Common;

namespace Portal.Domain.Reviews;

/// <summary>Refusals of a review cycle.</summary>
public static class ReviewCycleRefusals
{
    /// <summary>The review coordinator draws the cycle up.</summary>
    public static Refusal OnlyCoordinator { get; } = Refusal.NotAllowed("Review.OnlyCoordinator", "Đ5.6");

    /// <summary>X-08: who drew the cycle up does not open it.</summary>
    public static Refusal OwnCycle { get; } = Refusal.NotAllowed("Review.OwnProposal");

    /// <summary>R-REV-02 [Q]: no dossier was submitted.</summary>
    public static Refusal NoDossier { get; } = Refusal.NotNow("Review.NoDossier", "Đ7.B.4");

    /// <summary>R-REV-02 [Q]: areas that are neither passed on by their leader nor named as gaps.</summary>
    public static Refusal AreasMissing(string areas) => Refusal.NotNow("Review.AreasMissing", "Đ7.B.4", areas);

    /// <summary>Areas on which the collective has not decided.</summary>
    public static Refusal AreasUndecided(string areas) => Refusal.NotNow("Review.AreasUndecided", "Đ5.6", areas);

    /// <summary>R-REV-05 [P]: a comparable group is over its ceiling, and the head has not let it be.</summary>
    public static Refusal QuotaExceeded(QuotaCount over) =>
        Refusal.NotNow("Review.QuotaExceeded", null, over.Group, over.Excellent, over.Limit);
}
