using Portal.Domain.Cases;
using Portal.Domain.Feedback;
using Portal.Domain.Forms;

namespace Portal.Tests.Processes;

/// <summary>What people send along the road of a feedback.</summary>
internal static class FeedbackRoad
{
    public static FeedbackInput Input(string clause = "Đ7.A.5") => new()
    {
        Secrecy = SecrecyGate.No,
        Clause = clause,
        Difficulty = "Chuyến đi đột xuất ngày nghỉ không kịp báo",
        Proposal = "Cho báo qua điện thoại trước",
    };

    public static AssessmentInput Assessment() => new()
    {
        Secrecy = SecrecyGate.No,
        Recommendation = FeedbackRecommendation.Accept,
        Assessment = "Vướng mắc có thật ở nhiều nhóm",
    };

    public static LeaderOpinionInput Opinion(string? text = null) => new() { Secrecy = SecrecyGate.No, Opinion = text };

    public static RevisionInput Revision() => new() { Secrecy = SecrecyGate.No, Revision = "Dự thảo sửa đổi, khoản 5 mới" };
}
