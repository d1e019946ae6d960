using Portal.Domain.Common;

namespace Portal.Domain.Reviews;

/// <summary>Thang xếp loại of a cycle's year, as its coordinator writes it down: points and conditions are data, the four levels are
/// the Party's.</summary>
public sealed record RatingScale
{
    /// <summary>What is usual [P], and what counted before a cycle had a scale of its own.</summary>
    public static RatingScale Usual { get; } = new()
    {
        Thresholds = new RatingThresholds { Excellent = 90, Good = 70, Completed = 50 },
        Conditions =
        [
            new RatingCondition { Text = "Hoàn thành vượt mức các chỉ tiêu", Mandatory = true },
            new RatingCondition { Text = "Đoàn kết nội bộ", Mandatory = true },
            new RatingCondition { Text = "Không có tổ chức đảng, cán bộ chủ chốt bị kỷ luật", Mandatory = true },
            new RatingCondition { Text = "Tổ chức trực thuộc đạt mức theo quy định", Mandatory = true },
        ],
    };

    /// <summary>Points are given.</summary>
    public bool UsesScore { get; init; }

    public RatingThresholds? Thresholds { get; init; }

    /// <summary>Of the highest level (R-REV-06).</summary>
    public RatingCondition[] Conditions { get; init; } = [];

    public static RatingScale Of(ReviewCycleInput cycle) => new()
    {
        UsesScore = cycle.UsesScore == true,
        Thresholds = cycle.Thresholds ?? Usual.Thresholds,
        Conditions = cycle.Conditions ?? Usual.Conditions,
    };

    /// <summary>The conditions as a form asks for them.</summary>
    public RatingConditionAnswer[] Questions() =>
        [.. Conditions.Select((c, i) => new RatingConditionAnswer { Item = i + 1, Condition = c.Text })];

    /// <summary>What in a proposed rating does not fit the scale; empty when all does.</summary>
    public IEnumerable<FieldError> WhyNot(RatingInput rating)
    {
        if (UsesScore && rating.Score is null)
        {
            yield return new FieldError("rating.score", "Common.Required");
        }

        if (UsesScore && rating.Score is { } score && Thresholds?.LevelOf(score) is { } most && rating.Level < most)
        {
            yield return new FieldError("rating.level", "Review.ScoreBelowLevel", null, score);
        }

        if (rating.Level != QualityRating.Excellent)
        {
            yield break;
        }

        var answers = rating.Conditions ?? [];
        if (!answers.Select(a => (a.Item ?? 0, a.Condition)).SequenceEqual(Questions().Select(q => (q.Item ?? 0, q.Condition))))
        {
            yield return new FieldError("rating.conditions", "Review.ConditionsOfYear");
        }
        else if (answers.Where((a, i) => a.State == ConditionState.NotMet && Conditions[i].Mandatory == true).Any()
            && Forms.Reasons.IsTooShort(rating.ConditionReason?.Trim() ?? ""))
        {
            // R-REV-06 [P]: the highest level in spite of a condition that is not met says why.
            yield return string.IsNullOrWhiteSpace(rating.ConditionReason)
                ? new FieldError("rating.conditionReason", "Common.ReasonRequired")
                : new FieldError("rating.conditionReason", "Common.ReasonTooShort", null, Forms.Reasons.Shortest);
        }
    }
}
