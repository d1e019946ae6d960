using Xunit.Abstractions;

[assembly: TestCollectionOrderer("Portal.Tests.TestKit.LongestFirst", "Portal.Tests")]

namespace Portal.Tests.TestKit;

/// <summary>Browsers begin first, then whole portals, then the rest: nobody waits at the end for one long row of tests.</summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    public IEnumerable<ITestCollection> OrderTestCollections(IEnumerable<ITestCollection> testCollections) =>
        testCollections.OrderBy(c => Place(c.DisplayName));

    private static int Place(string collection) => collection switch
    {
        PortalCollection.Name => 0,
        ApartCollection.Name => 1,
        // One class, one row: begun at the end it ran for a minute and a half alone.
        _ when collection.Contains("ProofTests", StringComparison.Ordinal) => 1,
        _ when collection.Contains($"{nameof(Portal)}.{nameof(Tests)}.{nameof(Faults)}.", StringComparison.Ordinal) => 2,
        _ => 3,
    };
}
