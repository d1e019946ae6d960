using Portal.Web.Persistence.Seed;

namespace Portal.Web.Processes.Meetings.Demo;

/// <summary>Meetings of the last months, with the story cases of P2.</summary>
internal sealed class MeetingStories : IDemoStory
{
    public IEnumerable<DemoScript> Scripts(DemoStage stage, int seed, int months) => new DemoMeetings(stage, seed, months).Scripts();
}
