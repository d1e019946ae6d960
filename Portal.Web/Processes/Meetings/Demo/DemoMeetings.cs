using Portal.Domain.Common;
using Portal.Domain.Organisation;
using Portal.Web.Persistence.Seed;

namespace Portal.Web.Processes.Meetings.Demo;

/// <summary>The demo's meetings: about five a month for each group, and the story cases of P2.</summary>
internal sealed class DemoMeetings(DemoStage stage, int seed, int months)
{
    private const int PerGroupAndMonth = 5;

    private readonly Random _random = new(seed + 1);

    public IEnumerable<DemoScript> Scripts() => Plan().Select(m => new DemoScript(m.RegisteredAt, new MeetingPlay(stage, m).PlayAsync));

    private IEnumerable<PlannedMeeting> Plan()
    {
        var today = VietnamTime.DayOf(stage.Now);
        var first = new DateOnly(today.Year, today.Month, 1).AddMonths(-months);
        foreach (var group in stage.Directory.Data.Groups.OrderBy(g => g.Id, StringComparer.Ordinal))
        {
            for (var i = 0; i < (months + 1) * PerGroupAndMonth; i++)
            {
                if (Make(group.Id, first.AddMonths(i / PerGroupAndMonth)) is { } meeting)
                {
                    yield return meeting;
                }
            }
        }

        DateOnly Back(int days) => stage.Data.Calendar.AddWorkingDays(today, -days);
        yield return Story("N04", "A026", Back(5), MeetingFate.LateInvitation, Back(6), 16, 901);
        yield return Story("N03", "A019", Back(9), MeetingFate.LeadBusy, Back(12), 9, 902);
        yield return Story("N07", "A055", Back(6), MeetingFate.ExtraRefused, Back(10), 10, 903);
        yield return Story("N02", "A012", Back(8), MeetingFate.NoInvitation, Back(11), 8, 904);
        yield return Story("N03", "A022", stage.Data.Calendar.AddWorkingDays(today, 2), MeetingFate.Plain, Back(1), 9, 905);
        yield return Story("N01", "A002", stage.Data.Calendar.AddWorkingDays(today, 3), MeetingFate.Extra, Back(1), 14, 906);
    }

    private static PlannedMeeting Story(
        string group, string area, DateOnly day, MeetingFate fate, DateOnly registered, int hour, int variant) =>
        new(group, area, day, 8, DemoStage.Local(registered, hour, fate == MeetingFate.LateInvitation ? 30 : 10), fate, variant);

    private PlannedMeeting? Make(string group, DateOnly month)
    {
        var day = stage.Data.Calendar.OnOrAfter(month.AddDays(_random.Next(1, 27)));
        var (roll, area, variant, hour) = (_random.Next(100), _random.Next(1000), _random.Next(1_000_000), _random.Next(2) == 0 ? 8 : 14);
        var fate = roll switch
        {
            < 14 => MeetingFate.LeadBusy,
            < 22 => MeetingFate.Extra,
            < 25 => MeetingFate.Refused,
            < 30 => MeetingFate.Moved,
            < 34 => MeetingFate.LateInvitation,
            < 41 => MeetingFate.LateNotes,
            _ => MeetingFate.Plain,
        };
        var registered = stage.Data.Calendar.AddWorkingDays(day, fate == MeetingFate.LateInvitation ? -1 : -3 - (variant % 4));
        var areas = stage.Directory.AreasOfGroup(group, registered)
            .Where(a => stage.Directory.Area(a)!.IsValidOn(day) && stage.Directory.GroupOfArea(a, day) == group)
            .Order(StringComparer.Ordinal)
            .ToList();
        if (areas.Count == 0 || registered < DemoOrganisation.Begin.AddDays(5))
        {
            return null;
        }

        return new PlannedMeeting(
            group,
            areas[area % areas.Count],
            day,
            hour,
            DemoStage.Local(registered, fate == MeetingFate.LateInvitation ? 16 : 8 + (variant % 8), variant % 60),
            fate,
            variant);
    }
}
