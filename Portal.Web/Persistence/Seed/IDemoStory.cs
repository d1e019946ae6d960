namespace Portal.Web.Persistence.Seed;

/// <summary>What a module plays in the demo. Found by assembly.</summary>
internal interface IDemoStory
{
    /// <param name="seed">The same seed makes the same cases.</param>
    /// <param name="months">How far back it goes.</param>
    IEnumerable<DemoScript> Scripts(DemoStage stage, int seed, int months);
}
