using Portal.Domain.AreaIssues;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Forms;
using Portal.Web.Persistence.Seed;

namespace Portal.Web.Processes.AreaIssues.Demo;

/// <summary>Internal matters as far as each has come: with the head, directed, followed, closed, just reported.</summary>
internal sealed class AreaIssueStories : IDemoStory
{
    private static readonly Story[] Stories =
    [
        new("A017", 80, IssueCategory.InternalConflict, true, Reach.Closed,
            "Trong Ban Thường vụ Đảng ủy xã còn ý kiến khác nhau về phân công phụ trách thôn, có đơn kiến nghị gửi nhiều nơi.",
            "Đề nghị Đảng ủy họp kiểm điểm, lãnh đạo Ban dự và gợi ý; phân công lại theo quy chế làm việc.",
            "Đảng ủy đã họp, thống nhất phân công; không còn đơn."),
        new("A019", 40, IssueCategory.NonCompliance, false, Reach.Directed,
            "Chi bộ thôn nhiều tháng không sinh hoạt định kỳ đúng quy định, biên bản ghi sơ sài.",
            "Đề nghị Đảng ủy kiểm tra, nhắc nhở cấp ủy chi bộ; nhóm dự sinh hoạt hai kỳ tới.",
            "Chi bộ đã sinh hoạt đúng kỳ tháng này."),
        new("A021", 25, IssueCategory.Negativity, false, Reach.Monitoring,
            "Có phản ánh của người dân về thái độ của cán bộ tiếp công dân của xã.",
            "Đề nghị Ủy ban nhân dân xã nhắc nhở, công khai số điện thoại tiếp nhận phản ánh.",
            "Xã đã công khai số điện thoại; chưa có phản ánh mới."),
        new("A002", 12, IssueCategory.InternalConflict, true, Reach.Submitted,
            "Tập thể lãnh đạo đơn vị chưa thống nhất trong giới thiệu nguồn quy hoạch.",
            "Đề nghị Trưởng ban cho ý kiến trước khi đơn vị tổ chức lấy phiếu.", ""),
        new("A018", 3, IssueCategory.Other, false, Reach.Submitted,
            "Sau sắp xếp, một số cán bộ bán chuyên trách có tâm tư, nảy sinh so bì trong nội bộ.",
            "Đề nghị Đảng ủy xã gặp gỡ, giải thích chính sách; nhóm nắm thêm tình hình trong tháng.", ""),
    ];

    private enum Reach
    {
        Submitted,
        Monitoring,
        Directed,
        Closed,
    }

    public IEnumerable<DemoScript> Scripts(DemoStage stage, int seed, int months)
    {
        var today = VietnamTime.DayOf(stage.Now);
        foreach (var story in Stories)
        {
            var begins = DemoStage.Local(stage.Data.Calendar.OnOrBefore(today.AddDays(-story.DaysAgo)), 10, 10);
            yield return new DemoScript(begins, () => PlayAsync(stage, story));
        }
    }

    private static async IAsyncEnumerable<DateTime> PlayAsync(DemoStage stage, Story story)
    {
        var today = VietnamTime.DayOf(stage.Clock);
        var group = stage.Directory.GroupOfArea(story.Area, today);
        if (group is null || stage.Directory.LeadOf(group, today) is not { } author
            || await stage.StartAsync("area-issue", author, Report(story, today), "issue") is not { } opened
            || story.Reach == Reach.Submitted)
        {
            yield break;
        }

        yield return stage.Data.Calendar.DueInWorkingDays(stage.Clock, 1).AddHours(-2);
        var decider = story.IsHeads ? stage.Directory.Head(today)! : stage.Directory.LeaderInCharge(story.Area, group, today)!;
        var (step, directs) = (story.IsHeads ? "headConsider" : "consider", story.Reach != Reach.Monitoring);
        await stage.AnswerAsync(opened.CaseId, step, decider, directs ? "AcknowledgeWithDirective" : "Acknowledge", new LeaderOpinionInput
        {
            Secrecy = SecrecyGate.No,
            Opinion = directs ? "Nhóm làm việc với cấp ủy theo đề xuất, báo cáo kết quả." : null,
        });
        yield return stage.Data.Calendar.DueInWorkingDays(stage.Clock, 8).AddHours(-3);
        await stage.AnswerAsync(opened.CaseId, "monitor", author, "AddUpdate", new IssueUpdateInput
        {
            Secrecy = SecrecyGate.No,
            Facts = story.Later,
        });
        if (story.Reach != Reach.Closed)
        {
            yield break;
        }

        yield return stage.Data.Calendar.DueInWorkingDays(stage.Clock, 5).AddHours(-4);
        await stage.AnswerAsync(opened.CaseId, "monitor", decider, "Close", new LeaderOpinionInput
        {
            Secrecy = SecrecyGate.No,
            Opinion = "Việc đã ổn định; nhóm tiếp tục theo dõi chung.",
        });
    }

    private static IssueReportInput Report(Story story, DateOnly today) => new()
    {
        Secrecy = SecrecyGate.No,
        AreaId = story.Area,
        Category = story.Category,
        Severity = story.IsHeads ? IssueSeverity.Serious : IssueSeverity.Minor,
        ObservedOn = today,
        Facts = story.Facts,
        HowKnown = "Qua làm việc với cấp ủy và sinh hoạt chi bộ",
        Certainty = IssueCertainty.Likely,
        ProposedSolution = story.Solution,
        LeadershipUnity = story.IsHeads,
    };

    private sealed record Story(
        string Area, int DaysAgo, IssueCategory Category, bool IsHeads, Reach Reach, string Facts, string Solution, string Later);
}
