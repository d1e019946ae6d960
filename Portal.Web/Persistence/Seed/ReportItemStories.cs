using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Organisation;
using Portal.Domain.ReportItems;

namespace Portal.Web.Persistence.Seed;

/// <summary>Items of areas on their way: what trips and meetings brought is reported, directed, given to departments, and done.</summary>
internal sealed class ReportItemStories : IDemoStory
{
    private const int EachWeeks = 2;
    private const int EachTime = 6;

    /// <summary>Months after which most of what was reported is done; one in so many stays open.</summary>
    private const int SettledAfter = 4, StaysOneIn = 12;

    private static readonly string[] Answers =
    [
        "Phòng đã làm việc với đơn vị, thống nhất phương án bổ sung nhân sự trong quý tới.",
        "Phòng sẽ đưa nội dung này vào hướng dẫn chung, trình lãnh đạo Ban trong tháng.",
        "Nội dung thuộc thẩm quyền của cấp ủy cơ sở; phòng đã có văn bản trao đổi.",
    ];

    private static readonly string[] Directives =
    [
        "Nhóm làm việc với cấp ủy, báo cáo kết quả trong chuyến công tác gần nhất.",
        "Tham mưu văn bản đề nghị địa bàn rà soát, có phương án cụ thể.",
    ];

    public IEnumerable<DemoScript> Scripts(DemoStage stage, int seed, int months)
    {
        var today = VietnamTime.DayOf(stage.Now);
        var first = today.AddMonths(-Math.Min(months, 6));
        for (var (day, n) = (first, 0); day < today; (day, n) = (day.AddDays(7 * EachWeeks), n + 1))
        {
            var (begins, number) = (DemoStage.Local(stage.Data.Calendar.OnOrBefore(day), 14, 10), n);
            yield return new DemoScript(begins, () => PlayAsync(stage, number));
        }

        var since = new DateOnly(today.Year, today.Month, 1).AddMonths(-months);
        for (var month = since; month < today; month = month.AddMonths(1))
        {
            var until = VietnamTime.StartOf(month.AddMonths(-SettledAfter));
            var begins = DemoStage.Local(stage.Data.Calendar.OnOrAfter(month.AddDays(19)), 16, 40);
            yield return new DemoScript(begins, () => SettleAsync(stage, until));
        }
    }

    // Once a month the lead of each group settles what is old, nobody has taken up and the area has dealt with.
    private static async IAsyncEnumerable<DateTime> SettleAsync(DemoStage stage, DateTime until)
    {
        var old = await stage.Operations.ReadAsync(db => db.ReportItems
            .Where(i => i.State == ReportItemState.New && i.CreatedAt < until && i.Sensitivity == Sensitivity.Normal)
            .OrderBy(i => i.CreatedAt)
            .ThenBy(i => i.AreaId)
            .ThenBy(i => i.SourceIndex)
            .ToListAsync());
        var context = await stage.Operations.ContextAsync(Actor.System, stage.Clock);
        foreach (var group in old.Where((_, i) => i % StaysOneIn != 0).GroupBy(i => i.WatchingGroup(context)))
        {
            if (context.Directory.LeadOf(group.Key, context.Today) is { } lead)
            {
                var items = group.Select(i => i.Id).ToList();
                await stage.OnItemsAsync(lead, items, ReportItemAct.Report, Words("Đã nêu trong báo cáo công tác địa bàn."));
                await stage.OnItemsAsync(lead, items, ReportItemAct.Resolve, Words("Địa bàn đã xử lý xong, có báo cáo bằng văn bản."));
            }
        }

        yield break;
    }

    // Of the oldest items that nobody has taken up, some go each of the ways. Another script may be on its way: each takes up the next.
    private static async IAsyncEnumerable<DateTime> PlayAsync(DemoStage stage, int number)
    {
        var departments = stage.Directory.Data.Departments.Where(d => d.IsSpecialist).OrderBy(d => d.Order).ToList();
        for (var i = number; i < number + EachTime; i++)
        {
            if (await NextAsync(stage) is not { } item)
            {
                yield break;
            }

            await AsLeadAsync(stage, item, ReportItemAct.Report, Words("Kính báo cáo đồng chí cho ý kiến."));
            yield return stage.InHours(5);
            if (i % 3 == 0)
            {
                var department = departments.FirstOrDefault(d => d.WorkDomains.Contains(item.Domain)) ?? departments[0];
                await AsLeaderAsync(stage, item, ReportItemAct.Release, new JsonObject { ["departmentId"] = department.Id });
                yield return stage.InHours(20);
                if (i % 2 == 0)
                {
                    var day = VietnamTime.DayOf(stage.Clock);
                    var staff = stage.Directory.Data.Staff.First(s => s.DepartmentId == department.Id && s.IsValidOn(day)).Id;
                    await ActAsync(stage, staff, item, ReportItemAct.Answer, Words(Answers[i % Answers.Length]));
                }
            }
            else
            {
                await AsLeaderAsync(stage, item, ReportItemAct.Direct, Words(Directives[i % Directives.Length]));
                yield return stage.InHours(24);
                await AsLeadAsync(stage, item, ReportItemAct.Start, Words("Nhóm đã liên hệ với địa bàn."));
                yield return stage.InHours(60);
                if (i % 4 != 1)
                {
                    await AsLeadAsync(stage, item, ReportItemAct.Resolve, Words("Địa bàn đã xử lý xong, có báo cáo bằng văn bản."));
                }
            }
        }
    }

    private static Task<ReportItem?> NextAsync(DemoStage stage) => stage.Operations.ReadAsync(db => db.ReportItems
        .Where(i => i.State == ReportItemState.New && i.Sensitivity == Sensitivity.Normal)
        .OrderBy(i => i.CreatedAt)
        .ThenBy(i => i.AreaId)
        .ThenBy(i => i.SourceIndex)
        .FirstOrDefaultAsync());

    // Whoever leads the group, or is in charge, on the day of the act.
    private static async Task AsLeadAsync(DemoStage stage, ReportItem item, ReportItemAct act, JsonObject form)
    {
        var context = await stage.Operations.ContextAsync(Actor.System, stage.Clock);
        await ActAsync(stage, context.Directory.LeadOf(item.WatchingGroup(context), context.Today) ?? "", item, act, form);
    }

    private static async Task AsLeaderAsync(DemoStage stage, ReportItem item, ReportItemAct act, JsonObject form) =>
        await ActAsync(stage, item.LeaderOf(await stage.Operations.ContextAsync(Actor.System, stage.Clock)) ?? "", item, act, form);

    private static Task ActAsync(DemoStage stage, string person, ReportItem item, ReportItemAct act, JsonObject form) =>
        stage.OnItemAsync(person, item.Id, act, form);

    private static JsonObject Words(string text) => new()
    {
        ["secrecy"] = new JsonObject { ["containsStateSecret"] = false },
        ["words"] = text,
    };
}
