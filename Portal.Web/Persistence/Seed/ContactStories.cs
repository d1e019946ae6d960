using Portal.Domain.Areas;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Contacts;
using Portal.Domain.Forms;
using Portal.Web.Operations.FollowUps;

namespace Portal.Web.Persistence.Seed;

/// <summary>
/// Contacts by hand: each lead speaks with some of the group's areas, with bodies of the Provincial Committee and with departments. The
/// last two areas of each group are long left alone, so that RP-11 has something to say.
/// </summary>
internal sealed class ContactStories : IDemoStory
{
    private const int EachWeeks = 3;
    private const int LeftAlone = 2;

    private static readonly string[] Subjects =
    [
        "Tiến độ kiện toàn chức danh lãnh đạo, quản lý", "Chuẩn bị hội nghị ban chấp hành, kiểm tra tài liệu về công tác cán bộ",
        "Rà soát biên chế và vị trí việc làm", "Kết nạp đảng viên, thẩm tra lý lịch", "Khó khăn khi sắp xếp chi bộ thôn, tổ dân phố",
    ];

    private static readonly string[] Summaries =
    [
        "Địa bàn báo đã hoàn thành 2 trong 3 bước, còn chờ ý kiến ban thường vụ.", "Thống nhất gửi danh sách và biên bản trong tuần sau.",
        "Địa bàn đề nghị hướng dẫn thêm về hồ sơ; nhóm đã giải đáp.",
    ];

    private static readonly string[] Bodies = ["Ủy ban Kiểm tra Tỉnh ủy", "Văn phòng Tỉnh ủy", "Ban Tuyên giáo và Dân vận Tỉnh ủy"];

    public IEnumerable<DemoScript> Scripts(DemoStage stage, int seed, int months)
    {
        var today = VietnamTime.DayOf(stage.Now);
        var first = today.AddMonths(-Math.Min(months, 6));
        foreach (var (group, g) in stage.Directory.Data.Groups.OrderBy(x => x.Id, StringComparer.Ordinal).Select((x, i) => (x.Id, i)))
        {
            for (var (day, n) = (first.AddDays(g % 7), g); day < today; (day, n) = (day.AddDays(7 * EachWeeks), n + 1))
            {
                var (begins, number) = (DemoStage.Local(stage.Data.Calendar.OnOrBefore(day), 9, 5 + (g % 50)), n);
                yield return new DemoScript(begins, () => PlayAsync(stage, group, number));
            }
        }
    }

    private static async IAsyncEnumerable<DateTime> PlayAsync(DemoStage stage, string group, int n)
    {
        var context = await stage.Operations.ContextAsync(Domain.Organisation.Actor.System, stage.Clock);
        var (directory, today) = (context.Directory, context.Today);
        var areas = directory.AreasOfGroup(group, today).Order(StringComparer.Ordinal).ToList();
        if (directory.LeadOf(group, today) is not { } lead || areas.Count == 0)
        {
            yield break;
        }

        var area = areas[n % Math.Max(1, areas.Count - LeftAlone)];
        var known = directory.Data.Contacts.FirstOrDefault(c => c.AreaId == area);
        var id = await stage.NoteAsync(FollowedKind.Contact, lead, With(n, directory) with
        {
            Secrecy = SecrecyGate.No,
            AreaId = area,
            ContactPerson = known?.FullName ?? "Đồng chí trưởng ban xây dựng Đảng",
            Position = known?.Position,
            At = VietnamTime.ToLocal(stage.Clock).AddMinutes(-20),
            Channel = n % 4 == 0 ? ContactChannel.InPerson : ContactChannel.Phone,
            Domain = WorkDomains.All[n % WorkDomains.All.Count],
            Subject = Subjects[n % Subjects.Length],
            Summary = Summaries[n % Summaries.Length],
            FollowUp = n % 3 == 0 ? "Đôn đốc địa bàn gửi danh sách, biên bản" : null,
            FollowUpDue = n % 3 == 0 ? today.AddDays(7) : null,
            ConcernsPersonnel = n % 11 == 7,
        });
        if (id is { } noted && n % 3 == 0 && n % 4 != 3)
        {
            yield return stage.InHours(32);
            await stage.SettleAsync(FollowedKind.Contact, lead, noted, "Địa bàn đã gửi đủ danh sách, biên bản.");
        }
    }

    private static NewContactInput With(int n, OrganisationDirectory directory) => (n % 5) switch
    {
        3 => new() { Counterpart = CounterpartKind.ProvincialCommitteeBody, Body = Bodies[n % Bodies.Length] },
        4 => new()
        {
            Counterpart = CounterpartKind.Department,
            DepartmentId = directory.Data.Departments.Where(d => d.IsSpecialist).OrderBy(d => d.Order).ElementAt(n % 3).Id,
        },
        _ => new() { Counterpart = CounterpartKind.Area },
    };
}
