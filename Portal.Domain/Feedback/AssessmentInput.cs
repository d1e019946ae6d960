using Portal.Domain.Forms;

namespace Portal.Domain.Feedback;

/// <summary>What Phòng Bảo vệ chính trị nội bộ thinks of a feedback (Đ13.3).</summary>
public sealed record AssessmentInput : IGatedInput
{
    public SecrecyGate? Secrecy { get; init; }

    public FeedbackRecommendation? Recommendation { get; init; }

    public string? Assessment { get; init; }
}
