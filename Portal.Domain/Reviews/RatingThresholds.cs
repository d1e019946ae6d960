namespace Portal.Domain.Reviews;

/// <summary>Points from which a level may be proposed, 0 to 100 each.</summary>
public sealed record RatingThresholds
{
    public int? Excellent { get; init; }

    public int? Good { get; init; }

    public int? Completed { get; init; }

    /// <summary>The highest level that so many points allow.</summary>
    public QualityRating LevelOf(int score)
    {
        (int? From, QualityRating Level)[] levels =
            [(Excellent, QualityRating.Excellent), (Good, QualityRating.Good), (Completed, QualityRating.Completed)];
        return levels.Where(l => score >= l.From).Select(l => l.Level).FirstOrDefault(QualityRating.NotCompleted);
    }
}
