using Portal.Domain.Common;

namespace Portal.Domain.Cases;

/// <summary>Refusals of questions asked on a case.</summary>
internal static class CaseCommentRefusals
{
    /// <summary>It was answered, or needs no answer any more.</summary>
    public static Refusal Settled { get; } = Refusal.NotNow("Question.Settled");
}
