using Portal.Domain.AreaReports;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Forms;
using Portal.Domain.Organisation;
using Portal.Web.Persistence.Seed;

namespace Portal.Web.Processes.AreaReports.Demo;

/// <summary>Ad hoc reports: some a month that were noted, a few with a directive; one each with the lead, the leader, the head.</summary>
internal sealed class AdHocReportStories : IDemoStory
{
    private const int EachMonth = 5;

    private static readonly (string Subject, string Content)[] Events =
    [
        ("Mưa lũ gây hư hỏng trụ sở thôn",
            "Mưa lớn hai ngày làm tốc mái nhà văn hóa thôn, chi bộ phải hoãn sinh hoạt định kỳ; cấp ủy đã phân công khắc phục."),
        ("Bí thư chi bộ thôn xin thôi nhiệm vụ",
            "Bí thư chi bộ có đơn xin thôi vì lý do sức khỏe; đảng ủy đã gặp gỡ, dự kiến kiện toàn trong tháng."),
        ("Người dân tập trung kiến nghị về giải phóng mặt bằng",
            "Khoảng hai mươi hộ dân đến trụ sở kiến nghị giá bồi thường; lãnh đạo xã đã tiếp, hẹn trả lời trong mười ngày."),
        ("Thiếu công chức tiếp nhận hồ sơ sau sắp xếp",
            "Bộ phận một cửa còn hai công chức, hồ sơ trễ hẹn tăng; địa bàn đề nghị biệt phái tạm thời."),
    ];

    private enum Reach
    {
        WithLead,
        WithLeader,
        WithHead,
        Noted,
        Directed,
    }

    public IEnumerable<DemoScript> Scripts(DemoStage stage, int seed, int months)
    {
        var today = VietnamTime.DayOf(stage.Now);
        var areas = stage.Directory.Data.Areas
            .Where(a => a.IsValidOn(today) && stage.Directory.GroupOfArea(a.Id, today) is not null)
            .OrderBy(a => a.Id, StringComparer.Ordinal)
            .Select(a => a.Id)
            .ToList();
        for (var n = 0; n < months * EachMonth; n++)
        {
            var day = stage.Data.Calendar.OnOrBefore(today.AddDays(-9 - (n * 30 / EachMonth)));
            yield return Script(stage, day, areas[((n * 53) + seed) % areas.Count], n, n % 3 == 0 ? Reach.Directed : Reach.Noted);
        }

        yield return Script(stage, stage.Data.Calendar.OnOrBefore(today.AddDays(-1)), "A020", 2, Reach.WithLead);
        yield return Script(stage, stage.Data.Calendar.OnOrBefore(today.AddDays(-2)), "A023", 3, Reach.WithLeader);
        yield return Script(stage, stage.Data.Calendar.OnOrBefore(today.AddDays(-2)), "A022", 1, Reach.WithHead);
    }

    private static DemoScript Script(DemoStage stage, DateOnly day, string area, int number, Reach reach) =>
        new(DemoStage.Local(day, 14, 20), () => PlayAsync(stage, area, number, reach));

    private static async IAsyncEnumerable<DateTime> PlayAsync(DemoStage stage, string area, int number, Reach reach)
    {
        var (today, calendar) = (VietnamTime.DayOf(stage.Clock), stage.Data.Calendar);
        var group = stage.Directory.GroupOfArea(area, today);
        if (group is null || stage.Directory.LeadOf(group, today) is not { } lead
            || stage.Directory.LeaderInCharge(area, group, today) is not { } leader)
        {
            yield break;
        }

        var author = stage.Directory.MembersOf(group, today).FirstOrDefault(m => m != lead) ?? lead;
        if (await stage.StartAsync(AdHocReport.ProcessKey, author, Report(area, number, today, reach), "ad hoc report") is not { } opened
            || reach == Reach.WithLead || author == lead)
        {
            yield break;
        }

        yield return calendar.DueInWorkingDays(stage.Clock, 1).AddHours(-3);
        await stage.AnswerAsync(opened.CaseId, "leadReview", lead, "Forward", new { });
        if (reach is Reach.WithLeader or Reach.WithHead)
        {
            yield break;
        }

        yield return calendar.DueInWorkingDays(stage.Clock, 1).AddHours(-1);
        var directs = reach == Reach.Directed;
        await stage.AnswerAsync(
            opened.CaseId, "review", leader, directs ? "AcknowledgeWithDirective" : "Acknowledge", new LeaderOpinionInput
            {
                Secrecy = directs ? SecrecyGate.No : null,
                Opinion = directs ? "Nhóm nắm tiếp diễn biến, báo cáo kết quả xử lý của địa bàn trong báo cáo tháng." : null,
            });
    }

    private static AdHocReportInput Report(string area, int number, DateOnly today, Reach reach) => new()
    {
        Secrecy = SecrecyGate.No,
        AreaId = area,
        Trigger = AdHocTrigger.AreaEvent,
        KnownOn = today,
        Subject = Events[number % Events.Length].Subject,
        Form = ReportingForm.InSystem,
        Content = Events[number % Events.Length].Content,
        Proposals = "Đề nghị lãnh đạo cho ý kiến để nhóm trao đổi với cấp ủy.",
        ConcernsPersonnel = false,
        LeadershipUnity = reach == Reach.WithHead ? true : null,
    };
}
