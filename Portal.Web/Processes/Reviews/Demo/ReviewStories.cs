using Portal.Web.Persistence.Seed;

namespace Portal.Web.Processes.Reviews.Demo;

/// <summary>The review cycles of last year and of this one.</summary>
internal sealed class ReviewStories : IDemoStory
{
    public IEnumerable<DemoScript> Scripts(DemoStage stage, int seed, int months) => new DemoReviews(stage, months).Scripts();
}
