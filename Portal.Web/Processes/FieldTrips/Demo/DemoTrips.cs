using Portal.Domain.Common;
using Portal.Domain.Organisation;
using Portal.Web.Operations;
using Portal.Web.Persistence.Seed;

namespace Portal.Web.Processes.FieldTrips.Demo;

/// <summary>
/// The demo's field trips: <paramref name="months"/> of them, the tasks that leaders give with them, and the story cases.
/// </summary>
internal sealed class DemoTrips(DemoStage stage, int seed, int months)
{
    private const int TripsPerGroupAndMonth = 10; // thirds: 10/3 trips a month

    private readonly Random _random = new(seed);
    private readonly ReferenceData _data = stage.Data;
    private List<PlannedTrip>? _planned;

    public IReadOnlyList<PlannedTrip> Planned => _planned ??= [.. Plan().OrderBy(t => t.NoticeAt)];

    public IEnumerable<DemoScript> Scripts(DemoPlans plans) =>
        Planned.Select(t => new DemoScript(t.NoticeAt, new TripPlay(stage, t, plans).PlayAsync));

    private IEnumerable<PlannedTrip> Plan()
    {
        var today = VietnamTime.DayOf(stage.Now);
        var first = new DateOnly(today.Year, today.Month, 1).AddMonths(-months);
        var extra = 0;
        foreach (var group in _data.Directory.Data.Groups.OrderBy(g => g.Id, StringComparer.Ordinal))
        {
            for (var month = 0; month <= months; month++)
            {
                extra += TripsPerGroupAndMonth;
                var count = extra / 3;
                extra %= 3;
                for (var i = 0; i < count; i++)
                {
                    if (Make(group.Id, first.AddMonths(month)) is { } trip)
                    {
                        yield return trip;
                    }
                }
            }
        }

        foreach (var story in Stories(today))
        {
            yield return story;
        }
    }

    private PlannedTrip? Make(string group, DateOnly month)
    {
        // Trips peak in the second and third week.
        var day = _data.Calendar.OnOrAfter(month.AddDays(_random.Next(100) < 70 ? _random.Next(7, 21) : _random.Next(1, 28)));
        var areas = _data.Directory.AreasOfGroup(group, day)
            .Where(a => _data.Directory.Area(a)!.IsValidOn(day))
            .Order(StringComparer.Ordinal)
            .ToList();
        var (roll, adHoc, late) = (_random.Next(100), _random.Next(100) < 12, _random.Next(100) < 9);
        var (area, leader, days) = (_random.Next(1000), _random.Next(10), _random.Next(100) < 75 ? 1 : 2);
        var noticeDay = _data.Calendar.AddWorkingDays(day, adHoc ? -1 : -3 - _random.Next(3));
        areas.RemoveAll(a => _data.Directory.GroupOfArea(a, noticeDay) != group);
        if (areas.Count == 0 || day < DemoOrganisation.Begin.AddDays(10))
        {
            return null;
        }

        var fate = roll switch
        {
            < 6 => Fate.Cancelled,
            < 8 => Fate.Declined,
            < 10 => Fate.Returned,
            _ => late ? Fate.LateResult : Fate.Plain,
        };
        var members = _data.Directory.MembersOf(group, noticeDay).ToList();
        if (members.Count < 2)
        {
            return null;
        }

        return new PlannedTrip(
            group,
            [areas[area % areas.Count]],
            members[0],
            leader < 6 ? members[0] : members[1 + (leader % (members.Count - 1))],
            day, days, DemoStage.Local(noticeDay, 8 + _random.Next(3), _random.Next(60)), adHoc, fate, _random.Next(1_000_000));
    }

    // The named story cases of P1: each ends in the state its story tells.
    private IEnumerable<PlannedTrip> Stories(DateOnly today)
    {
        DateOnly Day(int days) => _data.Calendar.AddWorkingDays(today, days);
        List<string> Members(string group) => [.. _data.Directory.MembersOf(group, today)];
        var (first, third, fourth, seventh) = (Members("N01"), Members("N03"), Members("N04"), Members("N07"));
        yield return new PlannedTrip(
            "N03", ["A017"], third[0], third[1], Day(-18), 1, DemoStage.Local(Day(-22), 9, 5), false, Fate.ThreeRounds, 1);
        yield return new PlannedTrip(
            "N01", ["A003"], first[0], first[0], Day(-8), 1, DemoStage.Local(Day(-10), 14, 10), true, Fate.SilentLeader, 2);
        yield return new PlannedTrip(
            "N04", ["A027"], fourth[0], fourth[1], Day(-14), 2, DemoStage.Local(Day(-18), 8, 40), false, Fate.Obstructed, 3);
        yield return new PlannedTrip(
            "N07", ["A054"], seventh[0], seventh[0], Day(-12), 1, DemoStage.Local(Day(-16), 10, 20), false, Fate.Stub, 4);
        yield return new PlannedTrip(
            "N03", ["A018"], third[0], third[2], Day(-7), 1, DemoStage.Local(Day(-11), 9, 40), false, Fate.NoResult, 7);
        yield return new PlannedTrip(
            "N04", ["A028"], fourth[0], fourth[1], Day(4), 1, DemoStage.Local(Day(-1), 15, 30), false, Fate.Waiting, 8);
        yield return new PlannedTrip(
            "N03", ["A020", "A021"], third[0], third[0], Day(3), 2, DemoStage.Local(Day(-1), 8, 15), false, Fate.Plain, 5);
        yield return new PlannedTrip(
            "N01", ["A001"], first[0], first[2], Day(2), 1, DemoStage.Local(Day(-1), 15, 0), false, Fate.Plain, 6);
    }
}
