using Portal.Domain.Areas;
using Portal.Domain.Common;
using Portal.Domain.Forms;
using Portal.Domain.GroupMeetings;
using Portal.Web.Persistence.Seed;

namespace Portal.Web.Processes.GroupMeetings.Demo;

/// <summary>
/// Each group meets once a month, and every second meeting gives something out; one with open work, one to come, and one whose minutes are
/// due.
/// </summary>
internal sealed class GroupMeetingStories : IDemoStory
{
    private static readonly string[] Topics =
    [
        "Tình hình các địa bàn trong tháng, kiến nghị của cấp ủy cơ sở", "Phân công theo dõi sinh hoạt chi bộ, đại hội chi bộ nhiệm kỳ mới",
        "Tiến độ giải quyết kiến nghị về biên chế, hồ sơ đảng viên", "Chuẩn bị nội dung gợi ý kiểm điểm cuối năm",
    ];

    private static readonly string[] Conclusions =
    [
        "Các thành viên bám địa bàn được phân công, báo cáo Trưởng nhóm trước ngày 25; kiến nghị chưa giải quyết chuyển tháng sau.",
        "Thống nhất nội dung trao đổi với cấp ủy; thành viên phụ trách lĩnh vực chuẩn bị tài liệu hướng dẫn.",
        "Ghi nhận tiến độ, đề nghị các địa bàn còn chậm hoàn thành trong tháng.",
    ];

    private static readonly string[] Works =
    [
        "Làm việc với ban tổ chức đảng ủy về hồ sơ đảng viên còn thiếu, báo kết quả",
        "Tổng hợp kiến nghị về biên chế của các địa bàn, dự thảo đề xuất",
        "Kiểm tra việc ghi sổ nghị quyết của ba chi bộ, góp ý tại chỗ",
    ];

    private enum Reach
    {
        Called,
        Recorded,
        Done,
    }

    public IEnumerable<DemoScript> Scripts(DemoStage stage, int seed, int months)
    {
        var today = VietnamTime.DayOf(stage.Now);
        var (calendar, number) = (stage.Data.Calendar, 0);
        foreach (var group in stage.Directory.Data.Groups.OrderBy(g => g.Id, StringComparer.Ordinal))
        {
            for (var month = months; month > 0; month--)
            {
                var day = calendar.OnOrBefore(new DateOnly(today.Year, today.Month, 22).AddMonths(-month).AddDays(number % 5));
                yield return Script(stage, calendar.OnOrBefore(day.AddDays(-2)), day, group.Id, seed + number++, Reach.Done);
            }
        }

        DateOnly Back(int days) => calendar.AddWorkingDays(today, -days);
        yield return Script(stage, Back(6), Back(4), "N03", seed + 1, Reach.Recorded);
        yield return Script(stage, Back(2), calendar.AddWorkingDays(today, 2), "N03", seed + 2, Reach.Called);
        yield return Script(stage, Back(3), Back(1), "N01", seed + 3, Reach.Called);
    }

    private static DemoScript Script(DemoStage stage, DateOnly called, DateOnly day, string group, int number, Reach reach) =>
        new(DemoStage.Local(called, 10, 30), () => PlayAsync(stage, day, group, number, reach));

    private static async IAsyncEnumerable<DateTime> PlayAsync(DemoStage stage, DateOnly day, string group, int number, Reach reach)
    {
        var (directory, calendar) = (stage.Directory, stage.Data.Calendar);
        if (directory.LeadOf(group, VietnamTime.DayOf(stage.Clock)) is not { } lead)
        {
            yield break;
        }

        var call = new GroupMeetingInput
        {
            Secrecy = SecrecyGate.No,
            GroupId = group,
            StartsAt = day.ToDateTime(new TimeOnly(8, 0)),
            EndsAt = day.ToDateTime(new TimeOnly(10, 0)),
            Place = "Phòng họp tầng 2",
            InvitedIds = [.. directory.MembersOf(group, day)],
            Agenda = [new AgendaPoint { Topic = Topics[number % Topics.Length] }, new AgendaPoint { Topic = "Nội dung khác" }],
        };
        if (await stage.StartAsync(GroupMeeting.ProcessKey, lead, call, "group meeting") is not { } opened || reach == Reach.Called)
        {
            yield break;
        }

        yield return DemoStage.Local(day, 14, 0);
        var given = number % 2 == 0 || reach == Reach.Recorded;
        var member = directory.MembersOf(group, day).FirstOrDefault(m => m != lead && directory.IsMember(group, m, day)) ?? lead;
        await stage.AnswerAsync(opened.CaseId, "minutes", lead, "Submit", Minutes(call, group, day, number, given ? member : null, stage));
        if (!given || reach == Reach.Recorded)
        {
            yield break;
        }

        yield return DemoStage.Local(calendar.AddWorkingDays(day, 3), 15, 0);
        await stage.AnswerAsync(opened.CaseId, "work", member, "FinishWork", new GroupTaskResultInput
        {
            Secrecy = SecrecyGate.No,
            Result = "Đã thực hiện, địa bàn thống nhất và cam kết thời hạn hoàn thành.",
        }, "1");
    }

    private static GroupMinutesInput Minutes(
        GroupMeetingInput call, string group, DateOnly day, int number, string? member, DemoStage stage) => new()
        {
            Secrecy = SecrecyGate.No,
            AttendedIds = call.InvitedIds,
            ConcernsPersonnel = false,
            Conclusions = Conclusions[number % Conclusions.Length],
            Shortcomings = number % 6 == 0 ? Found(stage, group, day, number) : null,
            Tasks = member is null ? null :
            [
                new GroupTaskInput
                {
                    Content = Works[number % Works.Length], AssigneeId = member, Due = stage.Data.Calendar.AddWorkingDays(day, 5),
                },
            ],
        };

    private static Shortcoming[]? Found(DemoStage stage, string group, DateOnly day, int number) =>
        stage.Directory.AreasOfGroup(group, day).Order(StringComparer.Ordinal).FirstOrDefault() is not { } area ? null :
        [
            new Shortcoming
            {
                AreaId = area,
                Domain = WorkDomains.PartyOrgAndMembers,
                Content = "Biên bản sinh hoạt chi bộ ở một số thôn ghi chưa đủ nội dung theo hướng dẫn",
                Correction = "Tập huấn lại cách ghi biên bản, kiểm tra trong kỳ sinh hoạt tới",
                ToLeader = number % 12 == 0,
                ConcernsPersonnel = false,
            },
        ];
}
