using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Feedback;
using Portal.Domain.Forms;
using Portal.Web.Persistence.Seed;

namespace Portal.Web.Processes.Feedback.Demo;

/// <summary>Feedback to the Regulation in each of its states.</summary>
internal sealed class FeedbackStories : IDemoStory
{
    private const string Compliance = "S37";

    private static readonly Story[] Stories =
    [
        new(
            "S31",
            "Đ7.A.5",
            70,
            Reach.Included,
            "Chuyến đi đột xuất vào ngày nghỉ không kịp báo bằng văn bản.",
            "Cho phép báo qua điện thoại và bổ sung văn bản trong hai ngày làm việc."),
        new(
            "S11",
            "Đ8.1",
            45,
            Reach.Accepted,
            "Kế hoạch tháng nộp trước ngày 25 khi chưa có lịch của cấp ủy cơ sở.",
            "Nộp kế hoạch chậm nhất ngày làm việc cuối cùng của tháng trước."),
        new(
            "S14",
            "Đ7.B.3",
            30,
            Reach.Rejected,
            "Giấy mời nhiều khi đến trước giờ họp dưới một ngày.",
            "Bỏ yêu cầu xin ý kiến đối với giấy mời đến muộn."),
        new("S20", "Đ9.5", 12, Reach.Considered, "Chưa rõ mẫu lấy ý kiến của cấp ủy cơ sở.", "Ban hành mẫu kèm theo Quy chế."),
        new(
            "S17",
            "Đ5.3",
            4,
            Reach.Submitted,
            "Chưa rõ thế nào là vấn đề phức tạp, nổi cộm phải báo ngay.",
            "Nêu ba dấu hiệu cụ thể trong điều này."),
    ];

    private enum Reach
    {
        Submitted,
        Considered,
        Rejected,
        Accepted,
        Included,
    }

    public IEnumerable<DemoScript> Scripts(DemoStage stage, int seed, int months)
    {
        var today = VietnamTime.DayOf(stage.Now);
        foreach (var story in Stories)
        {
            var begins = DemoStage.Local(stage.Data.Calendar.OnOrBefore(today.AddDays(-story.DaysAgo)), 9, 20);
            yield return new DemoScript(begins, () => PlayAsync(stage, story));
        }
    }

    private static async IAsyncEnumerable<DateTime> PlayAsync(DemoStage stage, Story story)
    {
        var input = new FeedbackInput
        {
            Secrecy = SecrecyGate.No,
            Clause = story.Clause,
            Difficulty = story.Difficulty,
            Proposal = story.Proposal,
        };
        if (await stage.StartAsync(RegulationFeedback.ProcessKey, story.Author, input, "feedback") is not { } opened
            || story.Reach == Reach.Submitted)
        {
            yield break;
        }

        var accepted = story.Reach is not Reach.Rejected;
        yield return stage.Data.Calendar.DueInWorkingDays(stage.Clock, 6).AddHours(-3);
        await stage.AnswerAsync(opened.CaseId, "consider", Compliance, "Consider", new AssessmentInput
        {
            Secrecy = SecrecyGate.No,
            Recommendation = accepted ? FeedbackRecommendation.Accept : FeedbackRecommendation.Reject,
            Assessment = accepted
                ? "Vướng mắc có thật ở nhiều nhóm; đề xuất phù hợp."
                : "Đề xuất làm giảm trách nhiệm xin ý kiến trước khi dự họp.",
        });
        if (story.Reach == Reach.Considered)
        {
            yield break;
        }

        yield return stage.Data.Calendar.DueInWorkingDays(stage.Clock, 2).AddHours(-4);
        var head = stage.Directory.Head(VietnamTime.DayOf(stage.Clock))!;
        var opinion = accepted ? "Đồng ý tiếp thu khi sửa đổi Quy chế." : "Giữ yêu cầu xin ý kiến; nhóm chủ động liên hệ với nơi mời họp.";
        await stage.AnswerAsync(
            opened.CaseId,
            "decide",
            head,
            accepted ? "Accept" : "Reject",
            new LeaderOpinionInput { Secrecy = SecrecyGate.No, Opinion = opinion });
        if (story.Reach != Reach.Included)
        {
            yield break;
        }

        yield return stage.Data.Calendar.DueInWorkingDays(stage.Clock, 9).AddHours(-2);
        await stage.AnswerAsync(
            opened.CaseId,
            "include",
            Compliance,
            "Include",
            new RevisionInput { Secrecy = SecrecyGate.No, Revision = "Dự thảo Quy chế sửa đổi, khoản 5 mới." });
    }

    private sealed record Story(string Author, string Clause, int DaysAgo, Reach Reach, string Difficulty, string Proposal);
}
