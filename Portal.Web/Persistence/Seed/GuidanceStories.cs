using Portal.Domain.Areas;
using Portal.Domain.Common;
using Portal.Domain.Forms;
using Portal.Domain.Guidance;
using Portal.Domain.Organisation;
using Portal.Domain.UninvitedMeetings;
using Portal.Web.Operations.FollowUps;

namespace Portal.Web.Persistence.Seed;

/// <summary>What groups guided, inspected, urged and supervised, with departments; and meetings that they heard of afterwards.</summary>
internal sealed class GuidanceStories : IDemoStory
{
    private const int EachWeeks = 5;

    private static readonly string[] Documents =
    [
        "Quy định 1323-QĐ/TU ngày 28/12/2023", "Nghị quyết về sắp xếp tổ chức bộ máy", "Hướng dẫn đánh giá, xếp loại chất lượng hằng năm",
    ];

    private static readonly string[] Contents =
    [
        "Hướng dẫn quy trình giới thiệu, bổ nhiệm cán bộ; thống nhất hồ sơ.", "Kiểm tra việc ghi nghị quyết, biên bản và hồ sơ đảng viên.",
        "Đôn đốc báo cáo kết quả rà soát quy hoạch.", "Giám sát việc thực hiện quy chế làm việc của cấp ủy.",
    ];

    private static readonly string[] Meetings =
    [
        "Hội nghị ban chấp hành về công tác cán bộ", "Họp ban thường vụ về kiện toàn chi bộ", "Hội nghị triển khai công tác đảng viên",
    ];

    public IEnumerable<DemoScript> Scripts(DemoStage stage, int seed, int months)
    {
        var today = VietnamTime.DayOf(stage.Now);
        var first = today.AddMonths(-Math.Min(months, 6));
        foreach (var (group, g) in stage.Directory.Data.Groups.OrderBy(x => x.Id, StringComparer.Ordinal).Select((x, i) => (x.Id, i)))
        {
            for (var (day, n) = (first.AddDays(3 + (g % 5)), g); day < today; (day, n) = (day.AddDays(7 * EachWeeks), n + 1))
            {
                var (begins, number) = (DemoStage.Local(stage.Data.Calendar.OnOrBefore(day), 15, 5 + (g % 50)), n);
                yield return new DemoScript(begins, () => PlayAsync(stage, group, number));
            }
        }
    }

    private static async IAsyncEnumerable<DateTime> PlayAsync(DemoStage stage, string group, int n)
    {
        var context = await stage.Operations.ContextAsync(Actor.System, stage.Clock);
        var (directory, today) = (context.Directory, context.Today);
        var areas = directory.AreasOfGroup(group, today).Order(StringComparer.Ordinal).ToList();
        if (directory.LeadOf(group, today) is not { } lead || areas.Count == 0)
        {
            yield break;
        }

        var departments = directory.Data.Departments.Where(d => d.IsSpecialist).OrderBy(d => d.Order).ToList();
        var open = n % 3 == 1;
        var noted = await stage.NoteAsync(FollowedKind.Guidance, lead, new NewGuidanceInput
        {
            Secrecy = SecrecyGate.No,
            Type = (GuidanceType)(n % 4),
            AreaId = areas[n % areas.Count],
            Date = today,
            Domain = WorkDomains.All[n % WorkDomains.All.Count],
            Document = Documents[n % Documents.Length],
            DepartmentIds = n % 2 == 0 ? [departments[n % departments.Count].Id] : null,
            Content = Contents[n % 4],
            Result = open ? null : "Địa bàn đã nắm rõ, cam kết thực hiện đúng hướng dẫn.",
            FollowUp = open ? "Kiểm tra lại việc khắc phục" : null,
            FollowUpDue = open ? today.AddDays(14) : null,
            ConcernsPersonnel = n % 13 == 6,
        });
        if (n % 4 == 2)
        {
            await stage.NoteAsync(FollowedKind.UninvitedMeeting, lead, Missed(n, areas[(n + 1) % areas.Count], directory, today));
        }

        if (open && noted is { } id && n % 2 == 0)
        {
            yield return stage.InHours(60);
            await stage.SettleAsync(FollowedKind.Guidance, lead, id, "Địa bàn đã khắc phục xong, có báo cáo.");
        }
    }

    private static NewUninvitedMeetingInput Missed(int n, string area, OrganisationDirectory directory, DateOnly today) => new()
    {
        Secrecy = SecrecyGate.No,
        AreaId = area,
        MeetingTypeId = directory.Data.MeetingTypes[n % directory.Data.MeetingTypes.Count].Id,
        Title = Meetings[n % Meetings.Length],
        Date = today.AddDays(-3),
        Domain = WorkDomains.All[n % WorkDomains.All.Count],
        KnownFrom = "Cán bộ ban xây dựng Đảng của xã thông tin",
        FollowUp = "Trao đổi với thường trực đảng ủy về việc mời dự họp",
        FollowUpDue = today.AddDays(10),
        ConcernsPersonnel = false,
    };
}
