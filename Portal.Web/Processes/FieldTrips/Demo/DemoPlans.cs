using Microsoft.EntityFrameworkCore;
using Portal.Domain.Areas;
using Portal.Domain.Common;
using Portal.Domain.FieldTrips;
using Portal.Domain.Forms;
using Portal.Domain.Organisation;
using Portal.Web.Persistence.Seed;
using Portal.Workflows.Processes.FieldTrips;

namespace Portal.Web.Processes.FieldTrips.Demo;

/// <summary>The demo's monthly plans: each names the trips that are no ad hoc ones; four months are without any.</summary>
internal sealed class DemoPlans(DemoStage stage, IReadOnlyList<PlannedTrip> trips, int months)
{
    /// <summary>Groups and months, counted back from now, that plan no trip.</summary>
    private static readonly (string Group, int Back)[] NoTrip = [("N10", 9), ("N12", 5), ("N06", 14), ("N11", 2)];

    private readonly Dictionary<PlannedTrip, Guid> _items = [];

    public IEnumerable<DemoScript> Scripts()
    {
        var today = VietnamTime.DayOf(stage.Now);
        var last = new DateOnly(today.Year, today.Month, 1).AddMonths(1);
        foreach (var group in stage.Directory.Data.Groups.OrderBy(g => g.Id, StringComparer.Ordinal))
        {
            for (var back = months + 1; back >= 0; back--)
            {
                var month = last.AddMonths(-back);
                var opens = DemoStage.Local(month.AddMonths(-1).AddDays(19), 6, 0);
                if (VietnamTime.DayOf(opens) >= DemoOrganisation.Begin)
                {
                    var none = NoTrip.Contains((group.Id, back));
                    yield return new DemoScript(opens, () => PlayAsync(group.Id, month, none));
                }
            }
        }
    }

    /// <summary>The plan's item of a trip, once it is acknowledged; null before, and for a trip that no plan names.</summary>
    public Guid? OpenItemOf(PlannedTrip trip) => _items.TryGetValue(trip, out var id) ? id : null;

    private async IAsyncEnumerable<DateTime> PlayAsync(string group, DateOnly month, bool none)
    {
        var opened = stage.Check(await stage.Operations.RunAsync(Actor.System, o => o.Cases.OpenByCalendarAsync(
            MonthlyTripPlanProcess.ProcessKey, group, month, o.Context), stage.Clock), "plan");
        if (opened is null)
        {
            yield break;
        }

        var number = int.Parse(group[1..], System.Globalization.CultureInfo.InvariantCulture);
        yield return stage.InHours(10 + (number % 9));
        var mine = none ? [] : trips.Where(t => t.Group == group && !t.AdHoc && (t.Day.Year, t.Day.Month) == (month.Year, month.Month)
            && t.Areas.All(a => stage.Directory.GroupOfArea(a, t.Day) == group)).OrderBy(t => t.Day).Take(12).ToList();
        var lead = stage.Directory.LeadOf(group, VietnamTime.DayOf(stage.Clock))!;
        await stage.AnswerAsync(opened.CaseId, "draft", lead, "Submit", mine.Count == 0
            ? new TripPlanInput
            {
                Secrecy = SecrecyGate.No,
                NoTrip = true,
                NoTripReason = "Cả nhóm tham gia lớp bồi dưỡng nghiệp vụ và phục vụ hội nghị của Ban.",
            }
            : new TripPlanInput { Secrecy = SecrecyGate.No, NoTrip = false, Items = [.. mine.Select(ItemOf)] });
        var decider = stage.Directory.LeaderInCharge(null, group, VietnamTime.DayOf(stage.Clock))!;
        yield return stage.InHours(4 + (number % 5));
        var remark = number % 3 == month.Month % 3 && mine.Count > 0;
        await stage.AnswerAsync(opened.CaseId, "review", decider, remark ? "AcknowledgeWithDirective" : "Acknowledge", new PlanOpinionInput
        {
            Secrecy = SecrecyGate.No,
            Opinion = remark ? "Ưu tiên địa bàn lâu chưa đi và địa bàn có kiến nghị chưa giải quyết." : null,
        });
        var items = await stage.Operations.ReadAsync(db => db.Set<TripPlanItem>()
            .Where(i => i.PlanId == opened.CaseId)
            .OrderBy(i => i.Number)
            .Select(i => i.Id)
            .ToListAsync());
        for (var i = 0; i < mine.Count; i++)
        {
            _items[mine[i]] = items[i];
        }

        yield return DemoStage.Local(month.AddMonths(1), 0, 5);
        await stage.AttendAsync(opened.CaseId, "items");
    }

    private static TripPlanItemInput ItemOf(PlannedTrip trip) => new()
    {
        AreaIds = trip.Areas,
        Purpose = "Nắm tình hình tổ chức bộ máy, sinh hoạt chi bộ và các kiến nghị của địa bàn.",
        Domains = [WorkDomains.All[trip.Variant % 4]],
        DateFrom = trip.Day,
        DateTo = trip.Day.AddDays(trip.Days - 1),
        TimeOfDay = trip.Days > 1 ? TimeOfDay.SeveralDays : TimeOfDay.FullDay,
        Place = "Trụ sở Đảng ủy địa bàn",
        ParticipantIds = [.. new[] { trip.Lead, trip.Leader }.Distinct()],
        TripLeaderId = trip.Leader,
        WhomToMeet = "Ban Xây dựng Đảng",
        Priority = trip.Variant % 6 == 0 ? PlanPriority.High : PlanPriority.Normal,
    };
}
