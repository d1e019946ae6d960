using Portal.Domain.AreaReports;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Forms;
using Portal.Domain.Organisation;
using Portal.Web.Persistence.Seed;

namespace Portal.Web.Processes.AreaReports.Demo;

/// <summary>Briefings that leaders asked for: accepted, sent back once, with the leader, just asked for.</summary>
internal sealed class AreaBriefingStories : IDemoStory
{
    private const int EachMonth = 3;

    private static readonly string[] Purposes =
    [
        "Làm việc với Ban Thường vụ Đảng ủy về công tác tổ chức xây dựng Đảng sau sắp xếp.",
        "Dự hội nghị Ban Chấp hành Đảng bộ, cho ý kiến về công tác cán bộ quý tới.",
        "Khảo sát việc thực hiện nghị quyết, quy định về sinh hoạt chi bộ.",
    ];

    private static readonly string[] Situations =
    [
        "Tổ chức đảng, chính quyền sau sắp xếp đi vào nền nếp; sinh hoạt chi bộ đúng kỳ, chất lượng khá.",
        "Đội ngũ cán bộ cơ bản đủ, còn thiếu công chức ở một số lĩnh vực; nhân dân đồng thuận với chủ trương.",
        "Việc lớn được bàn bạc dân chủ; một số chi bộ thôn còn lúng túng trong nội dung sinh hoạt chuyên đề.",
    ];

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
            var asked = stage.Data.Calendar.OnOrBefore(today.AddDays(-10 - (n * 30 / EachMonth)));
            yield return Script(stage, asked, areas[((n * 37) + seed) % areas.Count], n, AreaBriefingStatus.Closed);
        }

        yield return Script(stage, stage.Data.Calendar.OnOrBefore(today.AddDays(-4)), "A019", 1, AreaBriefingStatus.Submitted);
        yield return Script(stage, stage.Data.Calendar.OnOrBefore(today.AddDays(-3)), "A021", 2, AreaBriefingStatus.Returned);
        yield return Script(stage, stage.Data.Calendar.OnOrBefore(today.AddDays(-1)), "A018", 0, AreaBriefingStatus.Draft);
    }

    private static DemoScript Script(DemoStage stage, DateOnly asked, string area, int number, AreaBriefingStatus reach) =>
        new(DemoStage.Local(asked, 8, 40), () => PlayAsync(stage, area, number, reach));

    private static async IAsyncEnumerable<DateTime> PlayAsync(DemoStage stage, string area, int number, AreaBriefingStatus reach)
    {
        var (today, calendar) = (VietnamTime.DayOf(stage.Clock), stage.Data.Calendar);
        var group = stage.Directory.GroupOfArea(area, today);
        if (group is null || stage.Directory.LeadOf(group, today) is not { } lead
            || stage.Directory.LeaderInCharge(area, group, today) is not { } leader
            || await stage.StartAsync(
                AreaBriefing.ProcessKey, leader, Request(area, number, calendar.AddWorkingDays(today, 4)), "briefing") is not { } opened
            || reach == AreaBriefingStatus.Draft)
        {
            yield break;
        }

        yield return calendar.DueInWorkingDays(stage.Clock, 1).AddHours(-2);
        await stage.AnswerAsync(opened.CaseId, "draft", lead, "Submit", Draft(number));
        if (reach == AreaBriefingStatus.Submitted)
        {
            yield break;
        }

        if (reach == AreaBriefingStatus.Returned || number % 5 == 3)
        {
            yield return calendar.DueInWorkingDays(stage.Clock, 1).AddHours(-3);
            await stage.AnswerAsync(opened.CaseId, "accept", leader, "Return", new LeaderOpinionInput
            {
                Secrecy = SecrecyGate.No,
                Opinion = "Bổ sung kết quả thực hiện chỉ đạo gần nhất và kiến nghị của địa bàn.",
            });
            if (reach == AreaBriefingStatus.Returned)
            {
                yield break;
            }

            yield return calendar.DueInWorkingDays(stage.Clock, 1).AddHours(-4);
            await stage.AnswerAsync(opened.CaseId, "draft", lead, "Submit", Draft(number + 1));
        }

        yield return calendar.DueInWorkingDays(stage.Clock, 1).AddHours(-1);
        await stage.AnswerAsync(opened.CaseId, "accept", leader, "AcceptBriefing", new LeaderOpinionInput());
    }

    private static BriefingRequestInput Request(string area, int number, DateOnly neededBy) => new()
    {
        Secrecy = SecrecyGate.No,
        AreaId = area,
        Purpose = Purposes[number % Purposes.Length],
        NeededBy = neededBy,
    };

    private static BriefingDraftInput Draft(int number) => new()
    {
        Secrecy = SecrecyGate.No,
        Sections =
        [
            new BriefingSection { Title = "I- TÌNH HÌNH", Text = Situations[number % Situations.Length] },
            new BriefingSection
            {
                Title = "II- KIẾN NGHỊ",
                Text = "Đề nghị đồng chí cho ý kiến về phương án bổ sung công chức và nội dung sinh hoạt chuyên đề quý tới.",
            },
        ],
    };
}
