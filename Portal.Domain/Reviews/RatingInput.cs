using System.Text.Json.Serialization;

namespace Portal.Domain.Reviews;

public sealed record RatingInput
{
    public QualityRating? Level { get; init; }

    /// <summary>0 to 100, where the scale in force uses points.</summary>
    public int? Score { get; init; }

    public string? Justification { get; init; }

    [JsonConverter(typeof(RatingAnswersConverter))]
    public RatingConditionAnswer[]? Conditions { get; init; }

    /// <summary>Why the highest level although a mandatory condition is not met.</summary>
    public string? ConditionReason { get; init; }
}
