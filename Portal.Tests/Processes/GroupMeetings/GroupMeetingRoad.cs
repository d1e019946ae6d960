using Portal.Tests.TestKit;

namespace Portal.Tests.Processes;

/// <summary>Minutes that are Restricted as a whole, with work that came of them; and a shortcoming that is, kept apart.</summary>
public sealed class GroupMeetingRoad : RestrictedRoad
{
    public override string ProcessKey => GroupMeetings.Process;

    public override IReadOnlyList<string> Readers => ["L1", "L4", "S11", "S31"];

    public override async Task WalkAsync(TestPortal portal)
    {
        var judging = GroupMeetings.Found() with { Content = Marker, Correction = Marker, ConcernsPersonnel = true };
        var id = await portal.RecordMeetingAsync(GroupMeetings.Minutes(GroupMeetings.Work() with { Content = Marker }) with
        {
            ConcernsPersonnel = true,
            Conclusions = Marker,
            Shortcomings = [judging],
            Files = await FileAsync(portal, Trips.Lead),
        });
        await SpeakAsync(portal, id, Trips.Lead, Trips.Member);
        await portal.MustAsync(
            id, "work", Trips.Lead, "ReassignWork", GroupMeetings.Change(Trips.Member) with { Reason = $"Gia hạn {Marker}" });
        await portal.MustAsync(id, "work", Trips.Member, "FinishWork", GroupMeetings.Result(Marker) with
        {
            Files = await FileAsync(portal, Trips.Member),
        });

        await portal.RecordMeetingAsync(GroupMeetings.Minutes() with { Shortcomings = [judging] });
        await portal.TickAsync();
    }
}
