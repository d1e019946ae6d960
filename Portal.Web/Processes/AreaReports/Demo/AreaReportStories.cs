using Portal.Domain.AreaReports;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Forms;
using Portal.Domain.Organisation;
using Portal.Web.Persistence.Seed;
using Portal.Web.Texts;
using Portal.Workflows.Processes.AreaReports;

namespace Portal.Web.Processes.AreaReports.Demo;

/// <summary>
/// The demo's monthly reports: of the month before last of all areas, of the last month of nearly all, as far as each has come. The
/// calendar opens the others of the last month.
/// </summary>
internal sealed class AreaReportStories : IDemoStory
{
    /// <summary>Ways that a report goes; the areas take them in turn.</summary>
    private enum Fate
    {
        Noted,
        Directed,
        Nothing,
        WithLeader,
        WithLead,
        Returned,
    }

    /// <summary>What became of the last month's report, area by area, again and again; null where nobody has begun it.</summary>
    private static readonly Fate?[] LastMonth =
    [
        null, Fate.WithLead, Fate.WithLeader, Fate.Directed, Fate.Returned, Fate.Nothing, Fate.Nothing, Fate.Nothing,
        Fate.Noted, Fate.Noted, Fate.Noted, Fate.Noted, Fate.Noted, Fate.Noted, Fate.Noted, Fate.Noted,
    ];

    private static readonly IAreaFacts[] Facts =
        [.. typeof(IAreaFacts).Assembly.GetTypes().Where(t => t is { IsAbstract: false } && t.IsAssignableTo(typeof(IAreaFacts)))
            .OrderBy(t => t.FullName, StringComparer.Ordinal).Select(t => (IAreaFacts)Activator.CreateInstance(t)!)];

    public IEnumerable<DemoScript> Scripts(DemoStage stage, int seed, int months)
    {
        var today = VietnamTime.DayOf(stage.Now);
        var running = new DateOnly(today.Year, today.Month, 1);
        var areas = stage.Directory.Data.Areas
            .Where(a => a.IsValidOn(today) && stage.Directory.GroupOfArea(a.Id, today) is not null)
            .OrderBy(a => a.Id, StringComparer.Ordinal)
            .Select(a => a.Id)
            .ToList();
        for (var i = 0; i < areas.Count; i++)
        {
            yield return Script(stage, areas[i], running.AddMonths(-2), Fate.Noted);
            if (LastMonth[i % LastMonth.Length] is { } fate)
            {
                yield return Script(stage, areas[i], running.AddMonths(-1), fate);
            }
        }
    }

    private static DemoScript Script(DemoStage stage, string area, DateOnly month, Fate fate)
    {
        var opens = DemoStage.Local(stage.Data.Calendar.OnOrAfter(month.AddMonths(1)), 6, 0);
        return new DemoScript(opens, () => PlayAsync(stage, area, month, fate));
    }

    private static async IAsyncEnumerable<DateTime> PlayAsync(DemoStage stage, string area, DateOnly month, Fate fate)
    {
        var today = VietnamTime.DayOf(stage.Clock);
        var opened = stage.Check(
            await stage.Operations.RunAsync(
                Actor.System,
                o => o.Cases.OpenByCalendarAsync(MonthlyAreaReportProcess.ProcessKey, area, month, o.Context), stage.Clock),
            "monthly-area-report");
        if (opened is null || stage.Directory.GroupOfArea(area, today) is not { } group
            || stage.Directory.LeadOf(group, today) is not { } lead)
        {
            yield break;
        }

        var (id, member) = (opened.CaseId, stage.Directory.MembersOf(group, today).FirstOrDefault(m => m != lead) ?? lead);
        yield return stage.InHours(4);
        if (fate == Fate.Nothing)
        {
            await stage.AnswerAsync(id, "draft", lead, "NothingToReport", new AreaReportNoteInput());
        }
        else
        {
            await stage.AnswerAsync(id, "draft", member, "Submit", await WrittenAsync(stage, id, member));
            yield return stage.InHours(3);
            if (fate == Fate.WithLead || member == lead)
            {
                yield break;
            }

            await stage.AnswerAsync(id, "leadReview", lead, "Forward", new AreaReportNoteInput());
        }

        if (fate == Fate.WithLeader || stage.Directory.LeaderInCharge(area, group, today) is not { } leader)
        {
            yield break;
        }

        yield return stage.InHours(6);
        var (outcome, words) = fate switch
        {
            Fate.Directed => ("AcknowledgeWithDirective", "Tiếp tục theo dõi việc củng cố chi bộ sinh hoạt ghép, báo cáo tháng sau."),
            Fate.Returned => ("Return", "Bổ sung kết quả thực hiện kiến nghị của tháng trước."),
            _ => ("Acknowledge", null),
        };
        await stage.AnswerAsync(
            id, "review", leader, outcome, new ResultReviewInput { Secrecy = words is null ? null : SecrecyGate.No, Opinion = words });
    }

    private static async Task<AreaReportInput> WrittenAsync(DemoStage stage, Guid id, string member)
    {
        var report = await stage.Operations.ReadAsync(async db => await db.Set<MonthlyAreaReport>().FindAsync(id));
        var actor = new Actor(member, stage.Directory.NameOf(member));
        var month = await new AreaMonths(stage.Operations, Facts).OfAsync(actor, report!.AreaId, report.Month);
        var known = new AreaReportWords(new TextCatalogue()).Of(month);
        return known with
        {
            Secrecy = SecrecyGate.No,
            General = $"{known.General}\nTình hình tổ chức đảng, đảng viên ổn định; không có vấn đề nổi cộm.",
            Results = known.Results ??
            [
                new DomainResult
                {
                    Domain = Domain.Areas.WorkDomains.PartyOrgAndMembers,
                    Text = "Chi bộ, đảng bộ cơ sở duy trì sinh hoạt định kỳ, nội dung sát nhiệm vụ chính trị.",
                },
            ],
            ConcernsPersonnel = false,
        };
    }
}
